import { createSignal, type JSX, Show } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { errorText } from '../../words/errors.ts';

/** Asks whether the login is to be replaced by one that only reads, and goes to Spotify for it. */
export function BackToReadOnly(props: { readonly onClose: () => void }): JSX.Element {
  const starter = createLoginStarter();
  const [isLeaving, setLeaving] = createSignal(false);

  async function logIn(): Promise<void> {
    setLeaving(true);
    await starter.logInReadOnly();
    setLeaving(false);
  }

  return (
    <Dialog
      title="Back to read-only?"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button
            kind="primary"
            label="Continue to Spotify"
            isDisabled={isLeaving()}
            onClick={() => void logIn()}
          />
        </>
      }
    >
      <p>You log in again, and this page gets a login that only reads. Your lists stay.</p>
      <p>
        Remove Liner Notes under{' '}
        <a href="https://www.spotify.com/account/apps" target="_blank" rel="noopener noreferrer">
          spotify.com/account/apps
        </a>{' '}
        first, or Spotify still accepts the old login.
      </p>
      <Show when={starter.error()}>
        {(error) => <Notice kind="bad" message={errorText(error())} />}
      </Show>
    </Dialog>
  );
}
