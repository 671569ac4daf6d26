import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BACKUP_INDEX,
  type BackupContent,
  type BackupEntry,
  encodeBackupIndex,
  encodeBackupList,
} from '../../../src/features/export/formats/backup.ts';
import { type Backup, readBackup } from '../../../src/features/restore/readers/backup.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { anyItems, anyPlaylist, anyText, EXPORTED_AT, whole } from '../export/exported-rows.ts';

const anyAccount = fc.option(
  fc.record({ accountId: anyText, userId: anyText, displayName: anyText }),
  { nil: undefined },
);
const anyList = fc.record({
  playlist: fc.option(anyPlaylist),
  items: fc
    .tuple(anyItems, fc.boolean())
    .map(([items, isGone]) =>
      items.map((item) => (isGone ? { ...item, isPlayable: false as const } : item)),
    ),
  content: fc.constantFrom<BackupContent>('complete', 'partial', 'record'),
});

/** A value as a file holds it: with whole characters. */
function wholeIn<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === 'string' ? whole(member) : member,
  );
}

/** Writes lists as a backup does, and gives the texts of the files by their paths. */
function write(
  lists: Iterable<typeof anyList extends fc.Arbitrary<infer T> ? T : never>,
  account: Backup['account'],
) {
  const facts = { account, exportedAt: EXPORTED_AT };
  const files = new Map<string, string>();
  const entries: BackupEntry[] = [];
  for (const { playlist, items, content } of lists) {
    const name = playlist?.name ?? 'Liked songs';
    const file = content === 'record' ? null : `playlists/${files.size}.json`;
    if (file) files.set(file, encodeBackupList({ name, playlist, items }, facts));
    const rows = file ? items.length : 0;
    const reason = content === 'complete' ? null : 'So it is.';
    entries.push({ file, playlist, name, rows, content, reason });
  }
  return files.set(BACKUP_INDEX, encodeBackupIndex(entries, facts));
}

/** What comes back of an entry: links lead to Spotify alone, and there are no covers. */
function bare(item: PlaylistItem): PlaylistItem {
  const { coverUrl: _, ...same } = item;
  return { ...same, spotifyUrl: null };
}

test('any backup is read back as it was written, row by row and list by list', () => {
  fc.assert(
    fc.property(fc.array(anyList, { maxLength: 4 }), anyAccount, (lists, account) => {
      const read = readBackup(write(lists, account));
      expect(read.account).toEqual(wholeIn(account ?? null) ?? undefined);
      expect(read.exportedAt).toBe(EXPORTED_AT);
      expect(
        read.lists.map(({ playlist, items, ...same }) => ({
          ...same,
          playlist: playlist && { ...playlist, spotifyUrl: '' },
          items: items.map(bare),
        })),
      ).toEqual(
        lists.map(({ playlist, items, content }) => ({
          playlist: playlist && { ...wholeIn(playlist), spotifyUrl: '' },
          name: whole(playlist?.name ?? 'Liked songs'),
          content,
          reason: content === 'complete' ? null : 'So it is.',
          items: content === 'record' ? [] : items.map(bare).map(wholeIn),
        })),
      );
      for (const { playlist, items } of read.lists)
        for (const { spotifyUrl } of [playlist, ...items].flatMap((each) => each ?? []))
          expect(spotifyUrl ?? 'https://open.spotify.com/').toMatch(
            /^https:\/\/open\.spotify\.com\//,
          );
    }),
  );
});

const [LIST] = fc.sample(
  anyList.filter(({ items }) => items.length > 1),
  { numRuns: 1, seed: 1 },
);
const someFiles = () => write(LIST ? [{ ...LIST, content: 'complete' }] : [], undefined);

test.each([
  ['no index', () => new Map(), 'no-backup', 'index.json'],
  ['another JSON', () => new Map([['index.json', '{"lists":[]}']]), 'no-backup', 'index.json'],
  [
    'a later version',
    () => someFiles().set('index.json', '{"format":"Liner Notes backup","version":2,"lists":[]}'),
    'newer-version',
    'index.json',
  ],
  ['a missing list', () => new Map([...someFiles()].slice(1)), 'damaged', 'playlists/0.json'],
  [
    'a list that was cut off',
    () =>
      someFiles().set('playlists/0.json', someFiles().get('playlists/0.json')?.slice(0, -9) ?? ''),
    'damaged',
    'playlists/0.json',
  ],
])('a backup with %s is refused as a whole', (_what, files, kind, file) => {
  expect(() => readBackup(files())).toThrow(expect.objectContaining({ kind, file }));
});

test('a backup that lost rows by hand is refused', () => {
  const files = someFiles();
  const list = JSON.parse(files.get('playlists/0.json') ?? '');
  files.set('playlists/0.json', JSON.stringify({ ...list, tracks: list.tracks.slice(1) }));
  expect(() => readBackup(files)).toThrow(expect.objectContaining({ kind: 'damaged' }));
});
