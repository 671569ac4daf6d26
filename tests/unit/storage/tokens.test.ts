import { expect, test } from 'vitest';
import { NewerRecordError } from '../../../src/session/errors.ts';
import { TAB_KEYS } from '../../../src/storage/keys.ts';
import { makeTokenStore, versioned } from '../../../src/storage/tokens.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const NAME = 'liner-notes';
const network = useNetwork();

/** Gives the store of tokens of a tab that holds a text in the place of its login. */
function storeWith(text: string) {
  const tab: Storage = {
    length: 1,
    key: () => null,
    clear: () => undefined,
    getItem: (key) => (key === NAME + TAB_KEYS.session ? text : null),
    setItem: () => undefined,
    removeItem: () => undefined,
  };
  const nothing = async () => undefined as never;
  const database = { records: nothing, caches: nothing, compareAndWrite: nothing };
  return makeTokenStore(database, tab, NAME, () => 0);
}

/** Someone logs in; gives their login as it is stored. */
async function storedLogin(): Promise<object> {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  await logIn(browser.openTab());
  const record = await browser.tokens.read();
  if (!record) throw new Error('nobody is logged in');
  return versioned(record);
}

test.each([
  'BQ-token',
  '"BQ-token"',
  '42',
  'null',
  '[1,2]',
  '{}',
  '{"version":1,"loginId":"x"}',
  '{"version":"two"}',
])('[row 58] a stored login that is %s counts as none', async (text) => {
  await expect(storeWith(text).read()).resolves.toBeUndefined();
});

test.each([
  { accessToken: 5 },
  { refreshToken: undefined },
  { expiresAt: Number.NaN },
  { grantedScopes: 'all' },
  { askedScopes: [1] },
  { authorizedAt: '2026' },
])('[row 58] a stored login with a damaged member (%j) counts as none', async (damage) => {
  const stored = await storedLogin();
  const store = storeWith(JSON.stringify({ ...stored, ...damage }));
  await expect(store.read()).resolves.toBeUndefined();
});

test('[row 58] a stored login is read as it was, and one whose account is damaged without it', async () => {
  const stored = await storedLogin();
  const read = storeWith(JSON.stringify(stored)).read();
  await expect(read).resolves.toEqual({ ...stored, isKept: false });
  const store = storeWith(JSON.stringify({ ...stored, account: { displayName: 7 } }));
  await expect(store.read()).resolves.toEqual({ ...stored, account: null, isKept: false });
});

test('[row 58] a stored login of a newer version is told apart, whatever its shape', async () => {
  const store = storeWith('{"version":2,"vault":["a shape of the future"]}');
  await expect(store.read()).rejects.toThrow(NewerRecordError);
});
