import type { JSX } from 'solid-js';
import { useServices } from '../../services/services.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

/** The steps in Spotify's dashboard, in order; collapsed once a Client ID is known. */
export function SetUpSteps(props: { readonly isOpen: boolean }): JSX.Element {
  const { redirectUri } = useServices();
  return (
    <details class="set-up" open={props.isOpen}>
      <summary>Set up a Spotify app, once</summary>
      <ol>
        <li>
          Open{' '}
          <a
            href="https://developer.spotify.com/dashboard"
            target="_blank"
            rel="noopener noreferrer"
          >
            Spotify’s dashboard
          </a>{' '}
          and choose “Create app”. Any name will do; tick “Web API”.
        </li>
        <li>
          Under “Redirect URIs”, add exactly this address:
          <span class="redirect-uri">
            <code translate="no">{redirectUri}</code>
            <CopyButton label="Copy redirect URI" class="button small" text={() => redirectUri}>
              Copy
            </CopyButton>
          </span>
        </li>
        <li>Save, open “Settings”, and copy the Client ID into the box below.</li>
        <li>
          Under “User Management”, add everyone who will log in, by the e-mail address of their
          Spotify account: up to 5 people, you among them.
        </li>
      </ol>
      <p class="hint">
        The owner of the Spotify app needs Spotify Premium; the others do not. The Client Secret is
        never needed: do not paste it anywhere.
      </p>
    </details>
  );
}
