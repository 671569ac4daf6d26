import { createSignal, type JSX, Show } from 'solid-js';
import { worksInMemory } from '../../services/login-blocker.ts';
import { useServices } from '../../services/services.tsx';
import { Button, type ButtonKind } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';

/** A button that enters the demo and comes back to a page; says so where the demo cannot begin. */
export function EnterDemo(props: {
  readonly label: string;
  readonly kind?: ButtonKind;
  /** Path of the page below the base path, with a slash at its start. */
  readonly returnTo: string;
}): JSX.Element {
  const { demo, loginBlocker } = useServices();
  const [error, setError] = createSignal<unknown>();

  function enter(): void {
    setError(undefined);
    demo.enter(props.returnTo).catch((thrown) => setError(() => thrown));
  }

  const message = () =>
    loginBlocker && !worksInMemory(loginBlocker)
      ? loginBlockerText(loginBlocker)
      : errorText(error());

  return (
    <>
      <Button kind={props.kind ?? 'default'} label={props.label} onClick={enter} />
      <Show when={error()}>
        <Notice kind="bad" message={message()} action="Try again" onAction={enter} />
      </Show>
    </>
  );
}
