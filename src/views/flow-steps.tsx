import { For, type JSX } from 'solid-js';

/** One step of the flow, in plain words, with the section that defines it. */
interface Step {
  readonly title: string;
  readonly text: string;
  readonly section: string;
}

const STEPS: readonly Step[] = [
  {
    title: 'Make a code verifier',
    text: 'The browser draws 32 random bytes and keeps them to itself. With them it draws a state, by which it will know its own login again.',
    section: 'RFC 7636, section 4.1',
  },
  {
    title: 'Derive the code challenge',
    text: 'The challenge is the SHA-256 of the verifier. Whoever sees the challenge cannot find the verifier.',
    section: 'RFC 7636, section 4.2',
  },
  {
    title: 'Authorization request',
    text: 'The page goes to accounts.spotify.com with the Client ID, the redirect URI, the scopes, the state and the challenge.',
    section: 'RFC 6749, section 4.1.1',
  },
  {
    title: 'Consent',
    text: 'Spotify asks whether you agree. This app never sees your password.',
    section: 'RFC 6749, section 4.1',
  },
  {
    title: 'Authorization response',
    text: 'Spotify leads back to the redirect URI with a code and the state. The page takes both out of the address at once, and refuses them unless the state is that of the login begun in this tab.',
    section: 'RFC 6749, section 4.1.2',
  },
  {
    title: 'Token request and response',
    text: 'The page posts the code with the verifier. Spotify compares it with the challenge and answers with an access token for an hour and a refresh token for six months.',
    section: 'RFC 7636, section 4.5',
  },
  {
    title: 'Requests and refreshes',
    text: 'Every request to api.spotify.com carries the access token in its Authorization header. When it ends, the refresh token brings a new one, once for all tabs.',
    section: 'RFC 6749, section 6',
  },
];

/** The login flow from the first click to the refresh, explained without values. */
export function FlowSteps(): JSX.Element {
  return (
    <section aria-labelledby="how-it-goes">
      <h2 id="how-it-goes">How it goes</h2>
      <ol class="steps">
        <For each={STEPS}>
          {(step) => (
            <li>
              <h3>{step.title}</h3>
              <p>{step.text}</p>
              <p class="hint">{step.section}</p>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
