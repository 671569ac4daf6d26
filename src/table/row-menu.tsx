import { createMemo, createUniqueId, type JSX, onMount } from 'solid-js';
import { lacksScope } from '../services/login-facts.ts';
import { useLogin } from '../services/services.tsx';
import { MenuPopover } from '../ui/overlays/menu.tsx';
import { type Action, permittedActions } from './action.ts';

/** The menu of one row of a table, opened as soon as it is drawn. */
export function RowMenu(props: {
  /** Where it opens: at the button of the row, or at the place of a click. */
  readonly anchor: Element | DOMRect;
  readonly commands: readonly Action[];
  readonly onClose: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const login = useLogin();
  const commands = createMemo(() =>
    permittedActions(props.commands, (scope) => lacksScope(login(), scope)),
  );
  return (
    <MenuPopover
      id={id}
      anchor={() => props.anchor}
      commands={commands()}
      ref={(menu) => {
        menu.addEventListener('toggle', (event) => {
          // `newState` is a member of ToggleEvent alone, which only popovers send.
          if ((event as ToggleEvent).newState === 'closed') props.onClose();
        });
        // An element that is not yet in the document cannot be opened.
        onMount(() => {
          menu.showPopover();
          menu.querySelector<HTMLElement>('.menu-entry')?.focus({ preventScroll: true });
        });
      }}
    />
  );
}
