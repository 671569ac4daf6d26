import { useLocation } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { BASE_PATH, SOURCE_URL, VERSION } from '../deployment.ts';
import { PageLink } from '../ui/page-link.tsx';
import { SpotifyMark } from '../ui/spotify-mark.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import './footer.css';

/** The bottom of every page: what is stored here, the theme, and where the data come from. */
export default function Footer(): JSX.Element {
  const location = useLocation();
  /** The redirection endpoint links to no other site (RFC 9700, section 4.2.4). */
  const mayLinkOut = () => location.pathname !== `${BASE_PATH}callback`;
  return (
    <footer class="bottom">
      <p>
        Stored in this browser alone: your login, your Client ID, and for a day the lists you have
        opened. “Log out” removes the login and the lists.
        <Show when={mayLinkOut()}>
          {' '}
          Spotify lists the apps you let in under{' '}
          <a href="https://www.spotify.com/account/apps" target="_blank" rel="noopener noreferrer">
            your account’s apps
          </a>
          .
        </Show>
      </p>
      <ThemeChoice />
      <div class="about">
        <p class="attribution">
          <SpotifyMark /> Data from Spotify
        </p>
        <p class="links">
          <PageLink to="privacy">Privacy</PageLink>
          <Show when={SOURCE_URL && mayLinkOut()}>
            <a href={SOURCE_URL} target="_blank" rel="noopener noreferrer">
              Source code
            </a>
          </Show>
          <span>Version {VERSION}</span>
        </p>
      </div>
    </footer>
  );
}
