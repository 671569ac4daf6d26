import { expect, onTestFinished, test, vi } from 'vitest';
import type { SessionRecord } from '../../../src/session/types.ts';
import { makeLoginRemoval } from '../../../src/storage/clear.ts';
import type { Database } from '../../../src/storage/database.ts';
import { EXPORTS_FOLDER, TAB_KEYS } from '../../../src/storage/keys.ts';
import { makeTokenStore, versioned } from '../../../src/storage/tokens.ts';
import { settled } from '../../support/unit/latch.ts';

const NAME = 'liner-notes';
const RECORD: SessionRecord = {
  loginId: 'login',
  clientId: 'client',
  redirectUri: 'https://liner-notes.test/callback',
  issuer: 'https://accounts.spotify.com',
  askedScopes: [],
  grantedScopes: [],
  accessToken: 'access',
  refreshToken: null,
  expiresIn: 3600,
  issuedAt: 0,
  expiresAt: 3_600_000,
  authorizedAt: 0,
  account: null,
  isKept: false,
};

/** A browser with a login in its tab and the files of an export, whose removal ends when the test says so. */
function openBrowserWithExports() {
  const held = new Map([[NAME + TAB_KEYS.session, JSON.stringify(versioned(RECORD))]]);
  const tab: Storage = {
    length: 0,
    key: () => null,
    clear: () => held.clear(),
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
  const nothing = async () => undefined as never;
  const database: Database = { records: nothing, caches: nothing, compareAndWrite: nothing };
  const removed: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const root = {
    removeEntry(name: string) {
      removed.push(name);
      return ended;
    },
  };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
  onTestFinished(() => void vi.unstubAllGlobals());
  const removal = makeLoginRemoval(database, tab, NAME);
  const tokens = makeTokenStore(database, tab, NAME, removal.removals);
  return { tokens, removal, removed, end };
}

test('removing the tokens of a login leaves the files of exports', async () => {
  const { tokens, removed } = openBrowserWithExports();
  await expect(tokens.read()).resolves.toEqual(expect.objectContaining({ loginId: 'login' }));
  await expect(tokens.clear(() => true)).resolves.toBe(true);
  await settled();
  expect(removed).toEqual([]);
});

test('a log-out has removed tokens and the files of exports before it resolves', async () => {
  const { tokens, removal, removed, end } = openBrowserWithExports();
  const isOver = vi.fn();
  const clearing = removal.clearAll().then(isOver);
  await expect(tokens.read()).resolves.toBeUndefined();
  await settled();
  expect(removed).toEqual([EXPORTS_FOLDER]);
  expect(isOver).not.toHaveBeenCalled();
  end();
  await clearing;
  expect(isOver).toHaveBeenCalled();
});
