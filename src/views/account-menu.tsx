import type { JSX } from 'solid-js';
import { useServices } from '../state/services.tsx';
import './account-menu.css';

/** What can be done with an account beside logging out. */
export default function AccountMenu(props: { readonly logOut: () => Promise<void> }): JSX.Element {
  const { settings } = useServices();

  async function useAnother(): Promise<void> {
    // Where it cannot be kept, the person can still say so at Spotify.
    await settings.writeAccountChoice(true).catch(() => undefined);
    await props.logOut();
  }

  return (
    <>
      <button type="button" class="button quiet" aria-label="Account" popovertarget="account-menu">
        ⋯
      </button>
      <div id="account-menu" popover>
        <button type="button" class="button quiet" onClick={() => void useAnother()}>
          Use another account
        </button>
      </div>
    </>
  );
}
