import { zipSync } from 'fflate';
import type { DemoLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER } from '../../../src/demo/music/owners.ts';
import { useCompareJob } from '../../../src/features/backup/compare/compare-job.ts';
import {
  type BackupAccount,
  type BackupEntry,
  type BackupSaved,
  encodeBackupIndex,
  encodeBackupList,
  encodeBackupSaved,
} from '../../../src/features/export/formats/backup.ts';
import type { TrackList } from '../../../src/features/export/formats/format.ts';
import { readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import type { SavedItem } from '../../../src/library/saved.ts';
import { itemOf } from '../../../src/spotify/playlist-item.ts';
import { playlistPages } from '../../../src/spotify/playlists.ts';
import type { useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { logIn } from '../../support/unit/spotify.ts';
import { LIBRARY, openStage } from '../lab/matrix/stage.ts';

const EXPORTED_AT = Date.UTC(2026, 7, 20);

/** Opens the comparison on the page of a person who is logged in, with their playlists as they are. */
export async function openComparison(
  network: ReturnType<typeof useNetwork>,
  library: DemoLibrary = LIBRARY,
) {
  const stage = openStage(network, { library });
  await logIn(stage.tab);
  const connection = openConnection({
    fetch: stage.tab.session.fetch,
    clock: stage.browser.clock,
  });
  const playlists = [];
  for await (const page of playlistPages(connection)([], new AbortController().signal))
    playlists.push(...page.rows);
  const own = playlists.filter(({ ownerId }) => ownerId === DEMO_USER.id);
  const before = stage.spotify.requests.length;
  const job = stage.onPage(() => useCompareJob());
  const asked = () => {
    const steps = stage.spotify.requests.slice(before).map(({ step }) => step);
    const count = (step: string) => steps.filter((each) => each === step).length;
    return {
      playlists: count('playlists'),
      items: count('items'),
      liked: count('liked'),
      saved: count('saved'),
    };
  };
  /** All requests since the page was opened, as method and URL. */
  const sent = () =>
    stage.spotify.requests.slice(before).map(({ method, url }) => `${method} ${url}`);
  return { stage, connection, job, playlists, own, asked, sent };
}

/** Gives the rows of a playlist of the library. */
export const rowsOf = (id: string) => LIBRARY.items(id).map((entry, at) => itemOf(entry, at + 1));

/** What is saved of one kind in a backup; without items where they could not be read. */
export interface SavedPart {
  readonly kind: BackupSaved['kind'];
  readonly items?: readonly SavedItem[];
  readonly reason?: string;
}

/** Writes a backup, and reads it as a file. */
export async function backupOf(
  lists: readonly (TrackList & Partial<BackupEntry>)[],
  account?: BackupAccount,
  saved: readonly SavedPart[] = [],
) {
  const facts = { account, exportedAt: EXPORTED_AT };
  const entries = lists.map((list, at): BackupEntry => {
    const content = list.content ?? 'complete';
    const file = content === 'record' ? null : `${at}.json`;
    const rows = file ? list.items.length : 0;
    return { reason: null, ...list, content, file, rows };
  });
  const files = Object.fromEntries(
    lists.map((list, at) => [`${at}.json`, Buffer.from(encodeBackupList(list, facts))]),
  );
  const about = saved.map(({ kind, items, reason = null }): BackupSaved => {
    const file = items ? `saved/${kind}s.json` : null;
    return { kind, file, rows: items?.length ?? 0, reason };
  });
  const kinds = Object.fromEntries(
    saved.map(({ kind, items = [] }) => [
      `saved/${kind}s.json`,
      Buffer.from(encodeBackupSaved(kind, items, facts)),
    ]),
  );
  const index = Buffer.from(encodeBackupIndex(entries, facts, about));
  const read = await readBytes(zipSync({ ...files, ...kinds, 'index.json': index }), 'backup.zip');
  return { name: 'backup.zip', read };
}
