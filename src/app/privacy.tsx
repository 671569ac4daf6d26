import { For, type JSX } from 'solid-js';
import { PageHeading } from '../ui/page-heading.tsx';
import './privacy.css';

/** All stored data: content, place, lifetime, and how to delete it. */
const KEPT: Readonly<Record<string, string>> = {
  'Your login':
    'An access token for an hour and a refresh token for six months, with the permissions you gave and the id and name of your account. In IndexedDB, in clear text, until you log out or Spotify ends it; without “Keep me logged in on this device”, in sessionStorage, until you close the tab. Your browser may remove it when the disk is full, unless you allow persistent storage.',
  'How your login came about':
    'Its steps, for the page “Login flow”, without tokens, code and verifier. Beside the login, and gone with it.',
  'A login under way':
    'What proves that Spotify’s answer belongs to this tab. In IndexedDB and sessionStorage, until the login ends. One that is never finished is of no use after an hour, and goes with the next login or log-out.',
  'Your Client ID':
    'The public name of your Spotify app. In IndexedDB, until you choose “Forget this Client ID”.',
  'The lists you open':
    'Playlists, tracks and liked songs, so that they are there at once next time. In IndexedDB, for a day at most; “Log out” removes them.',
  'An unfinished export':
    'The tracks that have come, until it is finished or discarded, for a week at most; “Log out” removes them. The file itself lies in the browser’s private file system for some minutes, until it is in your downloads.',
  'Limits of Spotify':
    'When Spotify asks this page to wait, and until when. In IndexedDB, until that time has passed.',
  'Your settings':
    'The columns of the tables and their widths, whether logins are to be kept, and that the next login asks for another account, in IndexedDB; the theme, in localStorage. Until you change them.',
  'Where you were':
    'How far each page was scrolled; that it was reloaded to end another app’s service worker, or left by a log-out. In sessionStorage, until you close the tab.',
  'The demo': 'Made-up music, apart from all of the above, until you choose “Leave the demo”.',
};

/** Data sent, by host. */
const GOES_OUT: Readonly<Record<string, string>> = {
  'accounts.spotify.com':
    'Your login: you type your password there and not here. It gets the Client ID, the permissions asked for and the address to come back to.',
  'api.spotify.com': 'Every request for a list, with the access token.',
  'Spotify’s image hosts': 'Covers, from scdn.co and spotifycdn.com, without your login.',
  'The host of this page':
    'It sees, as every web server does, that you open the page. After a login it also sees Spotify’s one-time code, which is of no use without a number that never leaves this browser.',
};

/** The page Privacy: stored data, how to delete it, and data sent. */
export default function Privacy(): JSX.Element {
  return (
    <div class="page prose privacy">
      <PageHeading title="Privacy" />
      <p>
        Liner Notes has no server. What it reads stays in this browser, and your browser talks to
        Spotify and to nobody else: no analytics, no cookies, no scripts, fonts or pictures of
        anybody else. The page carries a list of the hosts it may reach, and your browser refuses
        every other.
      </p>
      <h2>What is kept in this browser</h2>
      <Facts of={KEPT} />
      <h2>How to remove it</h2>
      <p>
        “Log out” removes your login and everything that came from Spotify, in all tabs. “Forget
        this Client ID”, below the box on the first page, removes that. Clearing the site data of
        this page in your browser’s settings removes all of it. None of this tells Spotify: to end
        the login there too, remove the app under{' '}
        <a href="https://www.spotify.com/account/apps" target="_blank" rel="noopener noreferrer">
          your account’s apps
        </a>
        .
      </p>
      <h2>What leaves this browser</h2>
      <Facts of={GOES_OUT} />
      <p>
        The permissions you give only read: this page cannot change anything in your account. What
        Spotify does with what it learns stands in{' '}
        <a
          href="https://www.spotify.com/legal/privacy-policy"
          target="_blank"
          rel="noopener noreferrer"
        >
          its privacy policy
        </a>
        .
      </p>
    </div>
  );
}

function Facts(props: { readonly of: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <dl class="kept">
      <For each={Object.entries(props.of)}>
        {([what, text]) => (
          <div>
            <dt>{what}</dt>
            <dd>{text}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
