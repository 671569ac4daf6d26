import { createSignal, For, type JSX, Show } from 'solid-js';
import { SOURCE_URL, VERSION } from '../../deployment.ts';
import { useServices } from '../../services/services.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { createLogOut, LogOutQuestion } from '../frame/log-out.tsx';
import { RemoveEverything } from './remove-everything.tsx';
import { SENT_TEXTS } from './stored-kinds.ts';
import { StoredList } from './stored-list.tsx';
import './privacy.css';

/** The page Privacy and storage: what is stored and how to remove it, and what is sent. */
export default function Privacy(): JSX.Element {
  const { isDemo } = useServices();
  const leaving = createLogOut();
  const [isAsking, setAsking] = createSignal(false);
  return (
    <div class="page privacy">
      <div class="privacy-lead">
        <PageHeading title="Privacy and storage" />
        <p>
          Liner Notes has no server. Your data stay in this browser, which talks to Spotify and to
          nobody else: no analytics, no cookies, no scripts, fonts or pictures from anyone else. The
          page names the hosts it may reach, and your browser refuses all others.
        </p>
        <Show when={isDemo}>
          <p>You’re in the demo, so these are the demo’s data, apart from any login of yours.</p>
        </Show>
      </div>
      <section aria-labelledby="stored">
        <h2 id="stored">Stored in this browser</h2>
        <StoredList logOut={leaving.logOut} />
        <LogOutQuestion leaving={leaving} />
      </section>
      <div class="privacy-aside">
        <section aria-labelledby="sent">
          <h2 id="sent">What leaves this browser</h2>
          <dl class="sent">
            <For each={SENT_TEXTS}>
              {({ host, text }) => (
                <div>
                  <dt>{host}</dt>
                  <dd>{text}</dd>
                </div>
              )}
            </For>
          </dl>
          <p>
            Spotify explains what it does with what it learns in{' '}
            <a
              href="https://www.spotify.com/legal/privacy-policy"
              target="_blank"
              rel="noopener noreferrer"
            >
              its privacy policy
            </a>
            .
          </p>
        </section>
        <section class="privacy-remove" aria-labelledby="remove">
          <h2 id="remove">Remove everything</h2>
          <p>
            This removes all of the above from this browser and ends your login in all tabs. Spotify
            isn’t told. To end the login there too, remove the app under{' '}
            <a
              href="https://www.spotify.com/account/apps"
              target="_blank"
              rel="noopener noreferrer"
            >
              your account’s apps
            </a>
            .
          </p>
          <Button
            kind="danger"
            icon="trash-2"
            label="Remove everything…"
            onClick={() => setAsking(true)}
          />
        </section>
        <p class="privacy-version">
          Liner Notes {VERSION}
          <Show when={SOURCE_URL}>
            {' · '}
            <a href={SOURCE_URL} target="_blank" rel="noopener noreferrer">
              Source code
            </a>
          </Show>
        </p>
      </div>
      <Show when={isAsking()}>
        <RemoveEverything onClose={() => setAsking(false)} />
      </Show>
    </div>
  );
}
