import { type JSX, Show } from 'solid-js';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import type { ApiRequest } from '../request/build-request.ts';

/** Shows method, address and body of a write before it is sent. */
export function WriteDialog(props: {
  readonly request: ApiRequest;
  readonly onSend: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog
      title="Change something at Spotify?"
      size="wide"
      onClose={() => props.onClose()}
      actions={
        <>
          <Button label="Cancel" onClick={() => props.onClose()} />
          <Button
            kind="primary"
            label={`Send ${props.request.method}`}
            onClick={() => props.onSend()}
          />
        </>
      }
    >
      <p>This changes your account, and the workbench cannot take it back.</p>
      <pre class="workbench-code" translate="no">
        {`${props.request.method} ${props.request.url}`}
      </pre>
      <Show when={props.request.body} fallback={<p class="workbench-hint">It has no body.</p>}>
        {(body) => (
          <pre class="workbench-code" translate="no">
            {`Content-Type: ${body().type}\n\n${body().text.slice(0, 10_000)}`}
          </pre>
        )}
      </Show>
    </Dialog>
  );
}
