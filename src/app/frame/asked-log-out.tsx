import { type JSX, Show } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { LogOutControls } from './log-out.ts';

// Where the code does not load, the log-out goes on.
const ChangesAtLogOut = lazyPart(
  async () => ({ default: (await import('./changes-at-log-out.tsx')).ChangesAtLogOut }),
  (props: { readonly goOn: () => void }) => {
    queueMicrotask(props.goOn);
    return undefined;
  },
);

/** Shows what ends with a log-out, while one waits for an answer. */
export function AskedLogOut(props: { readonly leaving: LogOutControls }): JSX.Element {
  return (
    <Show when={props.leaving.asked()}>
      {(asked) => <ChangesAtLogOut goOn={asked().goOn} cancel={asked().cancel} />}
    </Show>
  );
}
