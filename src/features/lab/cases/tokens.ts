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
  title: 'While tokens last, and after',
  cases: [
    {
      id: 'access-token-expired',
      title: 'What if the access token expires in the middle of a load?',
      fault: 'An hour passes when the first 50 playlists have come and two requests are under way.',
      async run(sandbox) {
        await sandbox.logIn();
        await sandbox.loadTable(() => sandbox.skip(AN_HOUR));
      },
      ends: 'Both requests are refused, one refresh serves both, and the table is complete.',
      claim: { errors: [], refreshRequests: 1, listRequests: 5, rows: 120, login: 'kept' },
      why: 'A 401 means that the token is over, and not the login. The app refreshes once, whoever asks, and repeats each refused request once.',
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
        sandbox.journal.note('Fault', 'Spotify honours the refresh token no more');
        sandbox.skip(AN_HOUR);
        await sandbox.refreshTable();
        await sandbox.goOnByItself();
      },
      ends: 'One refresh is tried, the tokens are removed, and what the table shows stays.',
      claim: {
        errors: ['login-ended', 'login-ended'],
        refreshRequests: 1,
        listRequests: 3,
        rows: 120,
        login: 'ended',
      },
      why: 'After invalid_grant no other try can help, so none is made, and only a new login can. Your settings and the rows on the screen have nothing to do with it and are kept.',
      source: 'RFC 6749, section 5.2',
    },
    {
      id: 'refresh-without-token',
      title: 'What if a refresh brings no new refresh token?',
      fault: 'Spotify answers two refreshes with an access token alone, as it does today.',
      run: refreshTwice,
      ends: 'The first refresh token is kept and serves both refreshes.',
      claim: { errors: [], refreshRequests: 2, login: 'kept', refreshToken: 'the first one' },
      why: 'A new refresh token may be left out, and then the old one goes on. An app that stores “none” in its place logs people out after an hour.',
      source: 'RFC 6749, section 6',
    },
    {
      id: 'refresh-with-token',
      title: 'What if a refresh brings a new refresh token?',
      fault: 'Spotify answers each of two refreshes with a new refresh token and ends the old one.',
      spotify: { rotateRefreshTokens: true },
      run: refreshTwice,
      ends: 'The new refresh token takes the place of the old one before anybody uses it.',
      claim: { errors: [], refreshRequests: 2, login: 'kept', refreshToken: 'a new one' },
      why: 'Where refresh tokens rotate, using an old one again looks like theft and ends the login. So the new one is stored first, and while the lock over all tabs is held.',
      source: 'RFC 9700, section 4.14.2',
    },
    {
      id: 'two-at-once',
      title: 'What if two tabs refresh at once?',
      fault: 'Two tabs with one stored login both ask after an hour; refresh tokens rotate.',
      spotify: { rotateRefreshTokens: true },
      async run(sandbox) {
        await sandbox.logIn();
        const tab = await sandbox.openTab();
        sandbox.skip(AN_HOUR);
        await Promise.all([sandbox.askProfile(), sandbox.askProfile(tab)]);
      },
      ends: 'One tab refreshes, the other waits and takes what is stored; both get their answer.',
      claim: {
        errors: [],
        refreshRequests: 1,
        profileRequests: 2,
        login: 'kept',
        refreshToken: 'a new one',
      },
      why: 'A lock over all tabs lets one refresh at a time, and whoever gets it next reads the storage again. Two refreshes with one token would look like theft.',
      source: 'RFC 9700, section 4.14.2',
    },
  ],
};
