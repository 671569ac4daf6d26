import type { JSX } from 'solid-js';
import { useServices } from '../services/services.tsx';
import { placeBelow } from '../ui/place-below.ts';
import './account-menu.css';

/** What can be done with an account beside logging out. */
export default function AccountMenu(props: { readonly logOut: () => Promise<void> }): JSX.Element {
  const { settings } = useServices();
  let opener: HTMLButtonElement | undefined;

  async function useAnother(): Promise<void> {
    // Where it cannot be kept, the person can still say so at Spotify.
    await settings.writeAccountChoice(true).catch(() => undefined);
    await props.logOut();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button quiet"
        aria-label="Account"
        popovertarget="account-menu"
      >
        ⋯
      </button>
      <div id="account-menu" popover onBeforeToggle={(event) => placeBelow(opener, event)}>
        <button type="button" class="button quiet" onClick={() => void useAnother()}>
          Use another account
        </button>
      </div>
    </>
  );
}
