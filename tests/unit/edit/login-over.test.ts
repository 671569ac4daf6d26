import { expect, test } from 'vitest';
import { makeJob, withStep } from '../../../src/features/edit/journal/job-record.ts';
import { openJournal } from '../../../src/features/edit/journal/journal-store.ts';
import { planAdd } from '../../../src/features/edit/plan/make-plans.ts';
import { makeLoginRemoval } from '../../../src/storage/clear.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { makeTokenStore } from '../../../src/storage/tokens.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { fakeIndexedDb } from '../../support/unit/fake-database.ts';
import { item } from '../../support/unit/items.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR_MS = 3_600_000;
const NAME = 'liner-notes';
const PLAYLIST = { id: 'list', name: 'Kitchen Radio', rows: ['spotify:track:a'] };
const BACKUP = { list: PLAYLIST.id, rows: [item({ position: 1 })] };

/** A browser in which Ada has logged in, and a change stopped after its first request. */
async function openWithChange() {
  fakeIndexedDb();
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser);
  const database = openDatabase(NAME, browser.clock);
  const kept = new Map<string, string>();
  const tab: Storage = {
    length: 0,
    key: () => null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
  const { removals, ...removal } = makeLoginRemoval(database, tab, NAME);
  const tokens = { ...makeTokenStore(database, tab, NAME, removals), ...removal };
  const page = browser.openTab({ tokens });
  const { session } = page;

  function journal() {
    const state = session.state();
    const loginId = state.kind === 'signed-in' ? state.record.loginId : 'gone';
    const owner = { loginId, clientId: CLIENT.clientId, accountId: spotify.user.accountId };
    return openJournal({ database: database.caches, owner, clock: browser.clock });
  }
  await logIn(page);
  const plan = planAdd(PLAYLIST, ['spotify:track:b', 'spotify:track:c'], 'last', 'Add 2 songs');
  const owner = { accountId: spotify.user.accountId, clientId: CLIENT.clientId };
  const job = withStep(makeJob(plan, owner, { id: '1', now: browser.clock.now() }), 0, {
    state: 'acknowledged',
  });
  await journal().write(job);
  await journal().writeBackup(job.id, BACKUP);
  return { browser, spotify, page, session, journal, job };
}

test('a login that merely expired keeps its unfinished change, the undo and the backups for the next', async () => {
  const { browser, spotify, page, session, journal, job } = await openWithChange();
  spotify.faults.arm('invalid-grant', { on: 'refresh' });
  browser.clock.advance(2 * HOUR_MS);
  await expect(session.fetch('https://api.spotify.com/v1/me')).rejects.toMatchObject({
    kind: 'login-ended',
  });
  expect(session.state().kind).toBe('ended');

  await logIn(page);
  expect(await journal().readAll()).toEqual([job]);
  expect(await journal().readBackups(job.id)).toMatchObject([BACKUP]);
});

test('a log-out removes changes and backups, and another account never reads them', async () => {
  const { spotify, session, journal, job } = await openWithChange();
  spotify.user = { ...spotify.user, accountId: 'bo' };
  expect(await journal().readAll()).toEqual([]);
  spotify.user = { ...spotify.user, accountId: job.accountId };
  await session.logOut();
  expect(await journal().readAll()).toEqual([]);
  expect(await journal().readBackups(job.id)).toEqual([]);
});
