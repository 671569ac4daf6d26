import { type JSX, Show } from 'solid-js';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { createLatePopover, loadFrameExtras } from './late-popover.ts';
import type { LogOutControls } from './log-out.tsx';
import './account-button.css';

const AccountMenu = lazyPart(async () => ({ default: (await loadFrameExtras()).AccountMenu }));

const ID = 'account-menu';

/** The button with the name of the account, which opens its menu. */
export function AccountButton(props: {
  /** Empty until Spotify's profile has loaded. */
  readonly name: string;
  readonly leaving: LogOutControls;
  readonly isSettled: boolean;
}): JSX.Element {
  const opening = createLatePopover(ID);
  let button: HTMLButtonElement | undefined;
  const letter = () => [...props.name][0]?.toLocaleUpperCase();
  return (
    <>
      <button
        ref={button}
        type="button"
        class="account"
        aria-label={props.name === '' ? 'Account' : `Account: ${props.name}`}
        title={props.name === '' ? 'Account' : props.name}
        popovertarget={ID}
        onClick={opening.onPress}
      >
        <span class="account-letter" aria-hidden="true" data-letter={letter()}>
          <Show when={letter() === undefined}>
            <Icon name="user" />
          </Show>
        </span>
        <span class="account-name clip" translate="no">
          <ChangingText text={props.name} />
        </span>
        <Icon name="chevrons-up-down" />
      </button>
      <Show when={props.isSettled || opening.isWanted()}>
        <AccountMenu
          id={ID}
          name={props.name}
          opener={() => button}
          leaving={props.leaving}
          onMount={opening.onMount}
        />
      </Show>
    </>
  );
}
