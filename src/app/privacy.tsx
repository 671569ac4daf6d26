import { For, type JSX } from 'solid-js';
import { PageHeading } from '../ui/page-heading.tsx';
import { GOES_OUT, KEPT } from './privacy-facts.ts';
import './privacy.css';

/** The page that says what is kept, where and for how long, how to remove it, and who learns of it. */
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
