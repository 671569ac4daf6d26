import { For, type JSX, onMount, Show } from 'solid-js';
import { useServices } from '../../services/services.tsx';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { CopyButton } from '../../ui/controls/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import './set-up.css';

const DASHBOARD = 'https://developer.spotify.com/dashboard';

/** A field of Spotify's form for a new app. */
interface Field {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  /** Label of the button that copies the value; without it there is nothing to copy. */
  readonly copy?: string;
}

/** How to register an app at Spotify, in three cards: what to create, whom to let in, and what to paste here. */
export function SetUp(props: {
  readonly id: string;
  /** Called when the person has a Client ID to paste. */
  readonly onReady: () => void;
}): JSX.Element {
  const { redirectUri } = useServices();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());

  // In the order of Spotify's form.
  const fields: readonly Field[] = [
    { name: 'App name', value: 'Liner Notes', copy: 'Copy app name' },
    { name: 'App description', value: 'My playlists on one page', copy: 'Copy app description' },
    {
      name: 'Website',
      value: redirectUri.replace(/callback$/, ''),
      note: 'Optional',
      copy: 'Copy website',
    },
    {
      name: 'Redirect URIs',
      value: redirectUri,
      note: 'Then choose “Add”',
      copy: 'Copy redirect URI',
    },
    { name: 'APIs used', value: 'Web API', note: 'Tick this one only' },
  ];

  return (
    <section id={props.id} class="set-up" aria-labelledby={`${props.id}-heading`}>
      <h2 id={`${props.id}-heading`} ref={heading} tabindex={-1} class="set-up-heading">
        Set up your Spotify app
      </h2>
      <ul class="set-up-limits">
        <li>
          <Icon name="info" /> The app’s owner needs Spotify Premium.
        </li>
        <li>
          <Icon name="info" /> Five people can use one app, you included.
        </li>
        <li>
          <Icon name="info" /> The Client Secret is never needed. Don’t paste it anywhere.
        </li>
      </ul>
      <ol class="set-up-cards">
        <li class="set-up-card set-up-first">
          <h3 class="set-up-title">Create the app</h3>
          <p>Open Spotify’s dashboard and choose “Create app”. Copy these values into its form.</p>
          <dl class="set-up-fields">
            <For each={fields}>
              {(field) => (
                <div class="set-up-field">
                  <dt>{field.name}</dt>
                  <dd class="set-up-value">
                    <code translate="no">{field.value}</code>
                    <Show when={field.note}>
                      {(note) => <span class="set-up-note">{note()}</span>}
                    </Show>
                  </dd>
                  <dd class="set-up-copy">
                    <Show when={field.copy} fallback={<Icon name="check" />}>
                      {(label) => (
                        <CopyButton
                          name={label()}
                          label="Copy"
                          size="small"
                          text={() => field.value}
                        />
                      )}
                    </Show>
                  </dd>
                </div>
              )}
            </For>
          </dl>
          <p>Accept Spotify’s terms, then choose “Save”.</p>
          <ButtonLink
            label="Open dashboard"
            icon="external-link"
            href={DASHBOARD}
            isExternal
            class="set-up-action"
          />
        </li>
        <li class="set-up-card">
          <h3 class="set-up-title">Add yourself</h3>
          <p>
            Under “User Management”, add your own Spotify e-mail address. You can add four more
            people.
          </p>
        </li>
        <li class="set-up-card">
          <h3 class="set-up-title">Paste the Client ID</h3>
          <p>
            Open “Settings” of the app and copy its Client ID. The address of that page works too.
          </p>
          <Button
            label="Paste it now"
            icon="arrow-up"
            class="set-up-action"
            onClick={() => props.onReady()}
          />
        </li>
      </ol>
    </section>
  );
}
