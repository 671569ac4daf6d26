import { withTimeLimit } from '../../../../src/clock.ts';
import type { FaultName } from '../../../../src/demo/faults.ts';
import { loginFailureText } from '../../../../src/words/errors.ts';
import { CLIENT } from '../../../support/unit/browser.ts';
import type { Attempt } from './attempt.ts';
import { saidBy } from './sentences.ts';
import type { Stage } from './stage.ts';

/** How long a person looks at a page that does not load, in ms. */
const PATIENCE_MS = 120_000;

/** Makes another query of the one that leads back. */
type Spoil = (query: string, state: string) => string;

/**
 * How Spotify words some faults in the address that leads back (RFC 6749, section 4.1.2.1), and what
 * can become of that address on its way.
 */
export const RETURNS: Partial<Record<FaultName, Spoil>> = {
  forbidden: (_, state) => `error=access_denied&state=${state}`,
  'server-error-500': (_, state) => `error=server_error&state=${state}`,
  'server-error-503': (_, state) => `error=temporarily_unavailable&state=${state}`,
  'invalid-grant': (query) => query.replace(/code=[^&]*/, 'code=spent'),
  'truncated-body': (query) => query.slice(0, query.length / 2),
  'empty-body': () => '',
  'wrong-shape': () => 'hello=world',
  'evil-next': (query) => `${query}&next=https://evil.example/`,
};

/** Begins a login, and goes to Spotify and back as far as the way leads. */
export function logInThrough(stage: Stage, spoil: Spoil = (query) => query): Attempt {
  const { session } = stage.tab;
  let end: string | undefined;

  async function run(): Promise<string> {
    const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
    const query = await queryOfReturn(stage, request);
    if (query === undefined) return 'Back: not our page';
    const state = request.searchParams.get('state') ?? '';
    await session.completeLogin(new URLSearchParams(spoil(query, state)));
    return 'recovers';
  }
  run()
    .catch((error: unknown) => `Log in again: ${saidBy(loginFailureText(error))}`)
    .then((outcome) => {
      end = outcome;
    });
  return {
    isOver: () => end !== undefined,
    end: () => end ?? '',
    rows: () => [],
    whole: [],
    goOn: async () => logInThrough(stage),
  };
}

/** Goes to the authorization endpoint as a browser does; nothing where that leads to no page of ours. */
async function queryOfReturn({ browser, fetch }: Stage, request: URL): Promise<string | undefined> {
  try {
    const answer = await withTimeLimit(browser.clock, PATIENCE_MS, [], (signal) =>
      fetch(request.href, { redirect: 'manual', signal }),
    );
    const location = answer.headers.get('location');
    return location === null ? undefined : new URL(location).search;
  } catch {
    return undefined;
  }
}
