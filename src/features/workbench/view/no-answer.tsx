import { type JSX, Show } from 'solid-js';
import { Notice } from '../../../ui/notice.tsx';
import { doubtOf, reasonOf } from '../answer/explain.ts';
import { findEndpoint } from '../request/request-link.ts';
import { isUnknown, type Sent } from '../state/send-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';

/** What is said of a request without an answer. */
export function NoAnswer(props: {
  readonly sent: Sent;
  readonly outcome: Sent['outcome'] & { readonly kind: 'none' };
}): JSX.Element {
  const { retry, refill } = useWorkbench();
  const isRead = () => props.sent.request.method === 'GET';
  return (
    <Show
      when={isUnknown(props.sent)}
      fallback={
        <Notice
          kind="bad"
          message={reasonOf(props.outcome)}
          action={isRead() ? 'Try again' : 'Fill it in again'}
          onAction={() => (isRead() ? void retry(props.sent) : refill(props.sent))}
        />
      }
    >
      <UnknownEnd sent={props.sent} />
    </Show>
  );
}

/** Says of a write that nobody knows whether it was carried out, and offers the GET that finds out. */
export function UnknownEnd(props: { readonly sent: Sent }): JSX.Element {
  const workbench = useWorkbench();
  const check = () => findEndpoint(workbench.endpoints, props.sent.endpoint?.check);

  function look(): void {
    const endpoint = check();
    if (!endpoint) return;
    // The path and the parameters of the write lead to what it would have changed.
    workbench.open(props.sent.request.method, props.sent.request.url);
    workbench.choose(endpoint);
    const built = workbench.built();
    if ('request' in built)
      void workbench.send({ request: built.request, endpoint, sender: props.sent.sender });
  }

  return (
    <Notice
      kind="bad"
      message={doubtOf(props.sent.outcome)}
      action={check() && `Look with ${check()?.method} ${check()?.path}`}
      onAction={look}
    />
  );
}
