import { useLocation } from '@solidjs/router';
import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { BASE_PATH, SOURCE_URL, VERSION } from '../deployment.ts';
import { chooseTheme, followTheme, readTheme, type Theme } from '../storage/theme.ts';
import { PageLink } from '../ui/page-link.tsx';
import { SpotifyMark } from '../ui/spotify-link.tsx';
import './footer.css';

const LABELS: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** The footer of every page: what is stored, the theme, links, and the attribution to Spotify. */
export function Footer(): JSX.Element {
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
          <span>
            Spotify lists the apps you let in under{' '}
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

/** The choice between the system's theme, light and dark, for all tabs. */
function ThemeChoice(): JSX.Element {
  const [theme, setTheme] = createSignal(readTheme());
  const left = new AbortController();
  onCleanup(() => left.abort());
  followTheme(setTheme, left.signal);

  return (
    <fieldset class="theme">
      <legend>Theme</legend>
      <For each={Object.entries(LABELS)}>
        {([value, label]) => (
          <label>
            <input
              type="radio"
              name="theme"
              checked={theme() === value}
              onChange={() => {
                // The values of the options are the keys of LABELS, which are themes.
                const chosen = value as Theme;
                setTheme(chosen);
                chooseTheme(chosen);
              }}
            />
            {label}
          </label>
        )}
      </For>
    </fieldset>
  );
}
