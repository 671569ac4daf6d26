import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  encodeBackupIndex,
  encodeBackupList,
} from '../../../src/features/export/formats/backup.ts';
import { CSV } from '../../../src/features/export/formats/csv.ts';
import type { TrackList } from '../../../src/features/export/formats/format.ts';
import { FORMATS, type FormatId } from '../../../src/features/export/formats/formats.ts';
import { JSON_FORMAT } from '../../../src/features/export/formats/json.ts';
import { readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import type { FileRow } from '../../../src/features/restore/readers/read-file.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { anyItem, anyPlaylist, EXPORTED_AT, OPTIONS, whole } from '../export/exported-rows.ts';
import { onlyList, readFileText } from './files.ts';

const anyId = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  minLength: 22,
  maxLength: 22,
});
/** Rows as Spotify sends them: with a URI of their kind, and an ISRC of its form. */
const anyRow: fc.Arbitrary<PlaylistItem> = fc
  .tuple(anyItem, anyId, fc.option(fc.constantFrom('GBARL9300135', 'USRC17607839')))
  .map(([item, id, isrc]) => ({
    ...item,
    isrc,
    id,
    uri:
      item.kind === 'unavailable'
        ? null
        : item.kind === 'local'
          ? 'spotify:local:A+%26+B:::9'
          : `spotify:${item.kind}:${id}`,
  }));
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 8 });

const FORMS: readonly FormatId[] = ['csv', 'json', 'xspf'];

/** What every format with links gives back, text trimmed and with whole characters. */
function essence(row: FileRow | PlaylistItem) {
  const { uri, isrc, durationMs, addedAt } = row;
  return { uri, isrc, durationMs, addedAt };
}

test.each(FORMS)('a list in %s comes back row by row', async (id) => {
  const format = FORMATS[id];
  await fc.assert(
    fc.asyncProperty(anyRows, anyPlaylist, async (items, playlist) => {
      const list: TrackList = { name: 'Road', playlist, items };
      const text = format.tracks(list, OPTIONS);
      const read = onlyList(await readFileText(text, `Road.${format.extension}`));
      expect(read.name).toBe('Road');
      expect(read.kind).toBe('playlist');
      expect(read.rows.map(essence)).toEqual(items.map(essence));
    }),
    { numRuns: 60 },
  );
});

test.each(['csv', 'json'] as const)(
  'texts in %s come back as they were, guards taken off',
  async (id) => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (items) => {
        const text = FORMATS[id].tracks({ name: 'Road', playlist: null, items }, OPTIONS);
        const { rows } = onlyList(await readFileText(text, 'Road'));
        const trimmed = (value: string | null) => whole(value ?? '').trim() || null;
        expect(rows.map(({ title, album }) => [title, album])).toEqual(
          items.map(({ title, album }) => [trimmed(title), trimmed(album)]),
        );
        // A name with a comma is two in the table, which joins names by commas.
        const names = ({ artists }: Pick<PlaylistItem, 'artists'>) =>
          whole(artists.join(', '))
            .split(', ')
            .map((name) => name.trim())
            .filter(Boolean);
        expect(rows.map(names)).toEqual(items.map(names));
      }),
      { numRuns: 60 },
    );
  },
);

test('liked songs stay liked songs in each format', async () => {
  const [item] = fc.sample(anyRow, { numRuns: 1, seed: 3 });
  const list: TrackList = { name: 'Liked songs', playlist: null, items: item ? [item] : [] };
  for (const id of FORMS) {
    const text = FORMATS[id].tracks(list, OPTIONS);
    const read = await readFileText(text, `Liked songs.${FORMATS[id].extension}`);
    expect(onlyList(read).kind).toBe('liked');
  }
});

test.each([CSV, JSON_FORMAT])(
  'many lists in one $label file come back apart and in order',
  async (format) => {
    const [one, other] = fc.sample(anyPlaylist, { numRuns: 2, seed: 1 });
    const items = fc.sample(anyRow, { numRuns: 4, seed: 2 });
    if (!one || !other) throw new Error('two playlists');
    const lists: readonly TrackList[] = [
      { name: 'Road', playlist: { ...one, id: 'a' }, items: items.slice(0, 1) },
      { name: 'Road', playlist: { ...other, id: 'b' }, items: items.slice(1, 3) },
      { name: 'Liked songs', playlist: null, items: items.slice(3) },
    ];
    const merged = format.merged?.(OPTIONS);
    const text = [merged?.head, ...lists.map((list) => merged?.part(list)), merged?.tail([])].join(
      '',
    );
    const read = await readFileText(text, `all.${format.extension}`);
    expect(read.lists.map(({ name, kind, rows }) => [name, kind, rows.map(essence)])).toEqual([
      ['Road', 'playlist', items.slice(0, 1).map(essence)],
      ['Road', 'playlist', items.slice(1, 3).map(essence)],
      ['Liked songs', 'liked', items.slice(3).map(essence)],
    ]);
  },
);

test.each(['json', 'csv'] as const)('a backup in %s comes back list by list', async (id) => {
  const [playlist] = fc.sample(anyPlaylist, { numRuns: 1, seed: 1 });
  const items = fc.sample(anyRow, { numRuns: 5, seed: 4 });
  if (!playlist) throw new Error('a playlist');
  const facts = { account: undefined, exportedAt: EXPORTED_AT };
  const lists: readonly TrackList[] = [
    {
      name: 'A/B: "road"',
      playlist: { ...playlist, description: 'Far' },
      items: items.slice(0, 2),
    },
    { name: 'Liked songs', playlist: null, items: items.slice(2) },
  ];
  const encoded = lists.map((list, at) => ({
    ...list,
    file: `${at}.${id}`,
    text: id === 'json' ? encodeBackupList(list, facts) : CSV.tracks(list, OPTIONS),
  }));
  const entries = encoded.map(({ file, playlist: about, name, items: rows }) => ({
    file,
    playlist: about && { ...playlist, description: 'Far' },
    name,
    rows: rows.length,
    content: 'complete' as const,
    reason: null,
  }));
  const record = {
    file: null,
    playlist,
    name: 'Theirs',
    rows: 0,
    content: 'record' as const,
    reason: 'Not shared.',
  };
  const files = {
    ...Object.fromEntries(encoded.map(({ file, text }) => [file, Buffer.from(text)])),
    'index.json': Buffer.from(encodeBackupIndex([...entries, record], facts)),
  };
  const read = await readBytes(zipSync(files), 'backup.zip');
  expect(read.format).toBe('Liner Notes backup');
  expect(read.warnings).toEqual(['1 playlist is in the backup by name only.']);
  expect(
    read.lists.map(({ name, kind, description, rows }) => [
      name,
      kind,
      description,
      rows.map(essence),
    ]),
  ).toEqual([
    ['A/B: "road"', 'playlist', 'Far', items.slice(0, 2).map(essence)],
    ['Liked songs', 'liked', null, items.slice(2).map(essence)],
  ]);
  const damaged = { ...files, '0.json': Buffer.from('{"format":') };
  if (id === 'csv') return;
  const rest = await readBytes(zipSync(damaged), 'backup.zip');
  expect(rest.lists.map(({ name }) => name)).toEqual(['Liked songs']);
  expect(rest.warnings).toContain('0.json holds no songs, and is left out.');
});
