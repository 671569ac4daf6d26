import { expect, test } from 'vitest';
import { LoginError } from '../../../src/oauth/errors.ts';
import { hasReplacedAnother } from '../../../src/services/login-facts.ts';
import type { Account, SessionMessage } from '../../../src/session/types.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { settled } from '../../support/unit/latch.ts';
import { PROFILE, useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const ALICE: Account = { accountId: 'acc-alice', userId: 'alice', displayName: 'Alice' };

async function blocked(): Promise<never> {
  throw new LoginError('storage-blocked');
}

/** A channel whose messages wait until a test lets them through. */
function slowChannel() {
  const held: SessionMessage[] = [];
  let listener: (message: SessionMessage) => void = () => undefined;
  return {
    sender: { post: (message: SessionMessage) => void held.push(message), listen: () => undefined },
    receiver: {
      post: () => undefined,
      listen: (given: typeof listener) => {
        listener = given;
      },
    },
    deliver() {
      for (const message of held.splice(0)) listener(message);
    },
  };
}

test.each(['before', 'after'] as const)(
  '[row 61, row 64] the end of an old login, told %s a new one is stored, does not end the new one',
  async (moment) => {
    const browser = openBrowser();
    simulateSpotify(network, browser);
    const { sender, receiver, deliver } = slowChannel();
    const write = browser.tokens.write;
    const old = browser.openTab({ channel: sender });
    const next = browser.openTab({
      channel: receiver,
      tokens: {
        ...browser.tokens,
        async write(record) {
          if (moment === 'before') deliver();
          await settled();
          await write(record);
        },
      },
    });
    await logIn(old);
    const request = await next.session.beginLogin({
      clientId: CLIENT.clientId,
      returnTo: '/playlists',
    });
    const response = await authorizationResponse(request);
    const stored = await browser.tokens.read();
    if (!stored) throw new Error('nobody is logged in');
    await browser.tokens.write({ ...stored, refreshToken: 'revoked', expiresAt: 0 });
    await old.session.restore();
    await expect(old.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-ended' });

    await next.session.completeLogin(response);
    deliver();
    await settled();
    expect(next.session.state()).toMatchObject({ kind: 'signed-in', stored: true });
    await expect(next.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  },
);

test('[row 70] the name of one person is never kept for the login of another', async () => {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser);
  const [alice, bob] = [browser.openTab(), browser.openTab()];
  await logIn(alice);
  const loginOfAlice = (await browser.tokens.read())?.loginId ?? '';
  spotify.user = { accountId: 'acc-bob', id: 'bob', displayName: 'Bob' };
  await logIn(bob);
  await alice.session.setAccount(loginOfAlice, ALICE);
  expect((await browser.tokens.read())?.account).toBeNull();
  expect(bob.session.state()).toMatchObject({ record: { account: null } });
});

test('a login that comes back with another account than before is noticed', async () => {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser);
  const tab = browser.openTab();
  const logInAs = async (account: Account) => {
    spotify.user = { ...account, id: account.userId };
    await logIn(tab);
    await tab.session.setAccount((await browser.tokens.read())?.loginId ?? '', account);
  };
  const bob = { accountId: 'acc-bob', userId: 'bob', displayName: 'Bob' };
  await logInAs(ALICE);
  await logInAs(ALICE);
  expect(hasReplacedAnother(tab.session.state())).toBe(false);
  await logInAs(bob);
  expect(hasReplacedAnother(tab.session.state())).toBe(true);
  await tab.session.logOut();
  await logInAs(ALICE);
  expect(hasReplacedAnother(tab.session.state())).toBe(false);
});

test('[row 68] what a log-out could not remove is not taken up again by the page that logged out', async () => {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const tab = browser.openTab({ tokens: { ...browser.tokens, clearAll: blocked } });
  await logIn(tab);
  await expect(tab.session.logOut()).rejects.toMatchObject({ kind: 'storage-blocked' });
  await tab.session.restore();
  expect(tab.session.state()).toMatchObject({ kind: 'signed-out' });
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'logged-out' });
  await logIn(tab);
  await tab.session.restore();
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in' });
});

test('[row 69] after one failed read, a log-out that nobody told of is still found out', async () => {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const tokens = { ...browser.tokens };
  const deaf = browser.openTab({ tokens, channel: slowChannel().receiver });
  const other = browser.openTab();
  await logIn(deaf);
  await other.session.restore();
  tokens.read = blocked;
  await deaf.session.restore();
  tokens.read = browser.tokens.read;
  await other.session.logOut();
  await deaf.session.restore();
  expect(deaf.session.state()).toMatchObject({ kind: 'signed-out' });
});

test('[row 62] after one failed read, a refresh token that is renewed is stored all the same', async () => {
  const browser = openBrowser();
  simulateSpotify(network, browser, { rotateRefreshTokens: true });
  const tokens = { ...browser.tokens };
  const tab = browser.openTab({ tokens });
  await logIn(tab);
  tokens.read = async () => {
    tokens.read = browser.tokens.read;
    return blocked();
  };
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  const other = browser.openTab();
  browser.clock.advance(HOUR);
  await other.session.restore();
  await expect(other.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
});
