import type { LabGroup } from '../lab-case.ts';
import type { Sandbox } from '../sandbox.ts';

/** A little more than the lifetime of an access token, in ms. */
const AN_HOUR = 61 * 60_000;

/** Logs in, and lets two access tokens expire, so that two refreshes follow. */
async function refreshTwice(sandbox: Sandbox): Promise<void> {
  await sandbox.logIn();
  for (let time = 0; time < 2; time += 1) {
    sandbox.skip(AN_HOUR);
    await sandbox.askProfile();
  }
}

/** Cases of tokens that fail, and of some that seem to fail. */
export const TOKEN_CASES: LabGroup = {
  title: 'Tokens',
  cases: [
    {
      id: 'access-token-expired',
      title: 'What if the access token expires while a list loads?',
      fault: 'An hour passes after the first 50 playlists, while two requests are running.',
      async run(sandbox) {
        await sandbox.logIn();
        await sandbox.loadTable(() => sandbox.skip(AN_HOUR));
      },
      ends: 'Spotify refuses both requests. One refresh is enough for both, and the table is complete.',
      claim: { errors: [], refreshRequests: 1, listRequests: 5, rows: 120, login: 'kept' },
      why: 'A 401 means that the token has expired, not the login. The app refreshes it once and repeats each refused request once.',
      source: 'RFC 6750, section 3.1; RFC 6749, section 6',
    },
    {
      id: 'refresh-token-revoked',
      title: 'What if the refresh token is revoked?',
      fault: 'You remove the app from your Spotify account while its table is open.',
      async run(sandbox) {
        await sandbox.logIn();
        await sandbox.loadTable();
        sandbox.spotify.faults.arm('invalid-grant', { on: 'refresh', times: Infinity });
        sandbox.journal.note('Fault', 'Spotify no longer accepts the refresh token');
        sandbox.skip(AN_HOUR);
        await sandbox.refreshTable();
        await sandbox.goOnByItself();
      },
      ends: 'The app tries one refresh and removes the tokens. The rows stay on the screen.',
      claim: {
        errors: ['login-ended', 'login-ended'],
        refreshRequests: 1,
        listRequests: 3,
        rows: 120,
        login: 'ended',
      },
      why: 'After invalid_grant, only a new login helps, so the app doesn’t try again. It keeps your settings and the rows on the screen.',
      source: 'RFC 6749, section 5.2',
    },
    {
      id: 'refresh-without-token',
      title: 'What if a refresh returns no new refresh token?',
      fault: 'Spotify replies to two refreshes with an access token only, as it does today.',
      run: refreshTwice,
      ends: 'The app keeps the first refresh token and uses it for both refreshes.',
      claim: { errors: [], refreshRequests: 2, login: 'kept', refreshToken: 'the first one' },
      why: 'If a reply has no refresh token, the old one stays valid. An app that stores “none” instead logs people out after an hour.',
      source: 'RFC 6749, section 6',
    },
    {
      id: 'refresh-with-token',
      title: 'What if a refresh returns a new refresh token?',
      fault:
        'Spotify replies to each of two refreshes with a new refresh token. The old one stops working.',
      spotify: { rotateRefreshTokens: true },
      run: refreshTwice,
      ends: 'The app replaces the old refresh token before it uses the new one.',
      claim: { errors: [], refreshRequests: 2, login: 'kept', refreshToken: 'a new one' },
      why: 'If refresh tokens rotate, using an old one looks like theft and ends the login. So the app stores the new one first, while it holds the lock over all tabs.',
      source: 'RFC 9700, section 4.14.2',
    },
    {
      id: 'two-at-once',
      title: 'What if two tabs refresh at once?',
      fault: 'Two tabs share a login and send requests after an hour. Refresh tokens rotate.',
      spotify: { rotateRefreshTokens: true },
      async run(sandbox) {
        await sandbox.logIn();
        const tab = await sandbox.openTab();
        sandbox.skip(AN_HOUR);
        await Promise.all([sandbox.askProfile(), sandbox.askProfile(tab)]);
      },
      ends: 'One tab refreshes. The other waits and uses the stored token. Both get their reply.',
      claim: {
        errors: [],
        refreshRequests: 1,
        profileRequests: 2,
        login: 'kept',
        refreshToken: 'a new one',
      },
      why: 'A lock over all tabs allows one refresh at a time. The next tab reads the storage again. Two refreshes with one token would look like theft.',
      source: 'RFC 9700, section 4.14.2',
    },
  ],
};
