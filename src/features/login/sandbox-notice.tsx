import { createSignal, type JSX, Show } from 'solid-js';
import { endSandbox } from '../../services/sandbox.ts';
import { useServices } from '../../services/services.tsx';
import { Notice } from '../../ui/notice.tsx';

/** After a log-out, names the token of the API workbench where there is one, and offers to forget it too. */
export function SandboxNotice(): JSX.Element {
  const { openSandbox } = useServices();
  const [isThere, setThere] = createSignal(false);
  const look = () =>
    openSandbox().then(
      ({ session }) => setThere(session.state().kind === 'signed-in'),
      () => setThere(false),
    );
  void look();
  return (
    <Show when={isThere()}>
      <Notice
        kind="info"
        message="The API workbench still has a token of its own in this browser."
        action="Forget it too"
        onAction={() => void endSandbox(openSandbox).then(look, look)}
      />
    </Show>
  );
}
