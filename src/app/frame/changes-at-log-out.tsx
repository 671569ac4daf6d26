import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { ChangesThatEnd } from '../../features/edit/changes/changes-that-end.tsx';
import { useEdits } from '../../features/edit/edits.ts';
import { useServices } from '../../services/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Time within which the recorded changes have to be read, in ms; then the log-out goes on. */
const OPEN_LIMIT_MS = 3_000;

/** Names the recorded changes that end with a log-out; without any, the log-out goes on at once. */
export function ChangesAtLogOut(props: {
  readonly goOn: () => void;
  readonly cancel: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const edits = useEdits();
  const [isRead, setRead] = createSignal(false);

  onMount(async () => {
    const limit = clock.sleep(OPEN_LIMIT_MS, new AbortController().signal);
    await Promise.race([edits.open(), limit]).catch(() => undefined);
    if (edits.jobs().length === 0) props.goOn();
    else setRead(true);
  });

  return (
    <Show when={isRead()}>
      <Dialog
        title="Log out?"
        onClose={props.cancel}
        actions={
          <>
            <Button label="Cancel" onClick={props.cancel} />
            <Button kind="danger" icon="log-out" label="Log out anyway" onClick={props.goOn} />
          </>
        }
      >
        <p>Logging out removes the record of your changes from this browser.</p>
        <ChangesThatEnd edits={edits} />
      </Dialog>
    </Show>
  );
}
