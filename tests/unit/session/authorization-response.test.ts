import { inspect } from 'node:util';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_ACCOUNTS } from '../../../src/config.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { TOKEN, useNetwork } from '../../support/unit/network.ts';

const network = useNetwork();

/** A login waits for its answer, and a token endpoint that would take any code counts its requests. */
async function waitForResponse(returnTo = '/playlists') {
  const browser = openBrowser();
  const tab = browser.openTab();
  const request = await tab.session.beginLogin({ clientId: CLIENT.clientId, returnTo });
  const tokenRequests: string[] = [];
  network.use(
    http.post(TOKEN, async (call) => {
      tokenRequests.push(await call.request.text());
      return HttpResponse.json({ access_token: 'access', token_type: 'Bearer', expires_in: 3600 });
    }),
  );
  return { browser, tab, state: request.searchParams.get('state') ?? '', tokenRequests };
}

test('the right answer logs in and leads back to where the login began', async () => {
  const { tab, state, tokenRequests } = await waitForResponse('/playlists?q=jazz');
  const path = await tab.session.completeLogin(new URLSearchParams({ code: 'code', state }));
  expect(path).toBe('/playlists?q=jazz');
  expect(tab.session.state().kind).toBe('signed-in');
  expect(tokenRequests).toHaveLength(1);
});

/** Each is the query of an answer to a login whose state takes the place of STATE. */
const REFUSED = [
  ['row 20, c1', 'without a state', 'code=c', 'protocol'],
  ['row 20, c2', 'with a foreign state', `code=c&state=${'A'.repeat(43)}`, 'protocol'],
  ['row 20, c3', 'with an empty state', 'code=c&state=', 'protocol'],
  ['row 20, 23, c4', 'with a second, wrong state', 'code=c&state=STATE&state=x', 'protocol'],
  ['row 23, c4', 'with its state twice', 'code=c&state=STATE&state=STATE', 'protocol'],
  ['row 20, c5', 'with the state in another case', 'code=c&state=state', 'protocol'],
  ['row 20', 'with a state that is longer', 'code=c&state=STATEx', 'protocol'],
  ['row 23, c6', 'with two codes', 'code=c&code=d&state=STATE', 'protocol'],
  ['c7', 'without a code', 'state=STATE', 'protocol'],
  ['c8', 'with an empty code', 'code=&state=STATE', 'protocol'],
  ['row 27, c9', 'that tells of a refusal', 'error=access_denied&state=STATE', 'declined'],
  ['row 22, c10', 'that tells of a refusal without a state', 'error=access_denied', 'protocol'],
  ['row 22, c10', 'that forges a refusal', 'error=access_denied&state=x', 'protocol'],
  ['c11', 'with an error beside a code', 'error=access_denied&code=c&state=STATE', 'declined'],
  ['row 23', 'with two errors', 'error=access_denied&error=server_error&state=STATE', 'protocol'],
  ['row 27', 'that tells of a fault', 'error=invalid_request&state=STATE', 'protocol'],
  ['row 27', 'that tells of an outage', 'error=server_error&state=STATE', 'login-unavailable'],
  ['row 24, c12', 'of another server', 'code=c&state=STATE&iss=https://evil.example', 'protocol'],
  [
    'row 23, 24, c13',
    'of two servers',
    `code=c&state=STATE&iss=${SPOTIFY_ACCOUNTS.issuer}&iss=https://evil.example`,
    'protocol',
  ],
  [
    'row 24, c14',
    'whose issuer has a slash too many',
    `code=c&state=STATE&iss=${SPOTIFY_ACCOUNTS.issuer}/`,
    'protocol',
  ],
  ['row 26, c15', 'that hides in the fragment, so that the query is empty', '', 'protocol'],
  ['row 26, c16', 'with an access token', 'code=c&state=STATE&access_token=t', 'protocol'],
  ['row 26, c16', 'with an id token', 'code=c&state=STATE&id_token=t', 'protocol'],
  ['row 26, c17', 'with a JARM response', 'code=c&state=STATE&response=a.b.c', 'protocol'],
  ['s1', 'with __proto__ as its state', 'code=c&state=__proto__', 'protocol'],
  ['s1', 'with constructor as its state', 'code=c&state=constructor', 'protocol'],
  ['s1', 'with toString as its state', 'code=c&state=toString', 'protocol'],
  ['s1', 'with a state of 10 kB', `code=c&state=${'x'.repeat(10_000)}`, 'protocol'],
  ['s1', 'with NUL as its state', 'code=c&state=%00', 'protocol'],
  ['s1', 'with half a surrogate pair as its state', 'code=c&state=%ED%A0%80', 'protocol'],
] as const;

test.each(REFUSED)(
  '[%s] an answer %s is refused and nothing is sent',
  async (_id, _case, query, expected) => {
    const { browser, tab, state, tokenRequests } = await waitForResponse();
    const swapped = query
      .replace('state=state', `state=${swapCase(state)}`)
      .replaceAll('STATE', state);

    const login = tab.session.completeLogin(new URLSearchParams(swapped));

    await expect(login).rejects.toMatchObject({ kind: expected });
    expect(tokenRequests).toEqual([]);
    expect(tab.session.state()).toEqual({ kind: 'signed-out', reason: 'none' });
    expect(await browser.tokens.read()).toBeUndefined();
  },
);

test('[row 24] a server that always names itself is not believed without its name', async () => {
  const browser = openBrowser();
  const { session } = browser.openTab({ server: { ...SPOTIFY_ACCOUNTS, sendsIssuer: true } });
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  const state = request.searchParams.get('state') ?? '';
  const answer = session.completeLogin(new URLSearchParams({ code: 'c', state }));
  await expect(answer).rejects.toMatchObject({ kind: 'protocol' });
});

test('[row 24] an answer that names the right issuer is accepted', async () => {
  const { tab, state } = await waitForResponse();
  const { issuer: iss } = SPOTIFY_ACCOUNTS;
  const login = tab.session.completeLogin(new URLSearchParams({ code: 'c', state, iss }));
  await expect(login).resolves.toBe('/playlists');
  expect(tab.session.state().kind).toBe('signed-in');
});

test('[s18] parameters that mail scanners and extensions add are ignored', async () => {
  const { tab, state } = await waitForResponse();
  const query = `utm_source=mail&code=c&fbclid=1&fbclid=2&state=${state}&__proto__=x`;
  await expect(tab.session.completeLogin(new URLSearchParams(query))).resolves.toBe('/playlists');
  expect(tab.session.state().kind).toBe('signed-in');
});

test('[row 28] what an answer says in its error is repeated in no error text', async () => {
  const { tab, state } = await waitForResponse();
  const query = { error: 'call_0900_555', error_description: '<img onerror>', state };
  const error: unknown = await tab.session
    .completeLogin(new URLSearchParams(query))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind: 'protocol' });
  expect(inspect(error, { depth: 9 })).not.toMatch(/0900|onerror/);
});

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
