import { useLocation } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { BASE_PATH, SOURCE_URL, VERSION } from '../../deployment.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { SpotifyMark } from '../../ui/spotify-link.tsx';
import type { FrameLayout } from './frame-layout.ts';
import { ThemeChoice } from './theme-choice.tsx';
import './footer.css';

/** The end of a page: what is stored, the theme and links where no column has them, and the attribution to Spotify. */
export function Footer(props: { readonly layout: FrameLayout }): JSX.Element {
  const location = useLocation();
  /** The redirection endpoint links to no other site (RFC 9700, section 4.2.4). */
  const mayLinkOut = () => location.pathname !== `${BASE_PATH}callback`;
  return (
    <footer class="footer">
      <Show when={props.layout === 'plain'}>
        <p class="footer-kept">
          Your login, your Client ID and your lists stay in this browser. “Log out” removes the
          login and the lists.
          <Show when={mayLinkOut()}>
            {' '}
            <span>
              To end the login at Spotify too, remove the app under{' '}
              <a
                href="https://www.spotify.com/account/apps"
                target="_blank"
                rel="noopener noreferrer"
              >
                your account’s apps
              </a>
              .
            </span>
          </Show>
        </p>
        <ThemeChoice />
      </Show>
      <div class="footer-about">
        <p class="footer-mark">
          <SpotifyMark /> Data from Spotify
        </p>
        <Show when={props.layout === 'plain'}>
          <p class="footer-links">
            <PageLink to="privacy">Privacy and storage</PageLink>
            <Show when={SOURCE_URL && mayLinkOut()}>
              <a href={SOURCE_URL} target="_blank" rel="noopener noreferrer">
                Source code
              </a>
            </Show>
            <span>Version {VERSION}</span>
          </p>
        </Show>
      </div>
    </footer>
  );
}
