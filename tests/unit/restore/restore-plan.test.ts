import { expect, test } from 'vitest';
import { type FileList, NO_SONG } from '../../../src/features/restore/readers/read-file.ts';
import { isRestorable, planRestore, sortRows } from '../../../src/features/restore/restore-plan.ts';
import { leftOutTexts } from '../../../src/features/restore/words.ts';
import { ONE, TWO } from './files.ts';

const link = (id: string) => ({ ...NO_SONG, uri: `spotify:track:${id}` });
const list = (name: string, rows: FileList['rows']): FileList => ({
  name,
  description: null,
  kind: 'playlist',
  rows,
});

test('lists are created from last to first, and doubles stay in their order', () => {
  const { title, operations } = planRestore([
    list('Road', [link(ONE), link(TWO), link(ONE)]),
    list('x'.repeat(200), [link(TWO)]),
  ]);
  expect(title).toBe('Restore 2 playlists as new ones');
  expect(operations).toMatchObject([
    { kind: 'create', name: 'x'.repeat(100) },
    { kind: 'add', uris: [`spotify:track:${TWO}`] },
    { kind: 'create', name: 'Road', description: 'Road' },
    { kind: 'add', uris: [ONE, TWO, ONE].map((id) => `spotify:track:${id}`), position: null },
  ]);
});

test('a thousand songs are ten requests beside the one that creates the playlist', () => {
  const { operations } = planRestore([
    list(
      'Road',
      Array.from({ length: 1000 }, () => link(ONE)),
    ),
  ]);
  expect(operations.length).toBe(11);
});

test('what has no link is counted and named, and is in no plan', () => {
  const rows = [
    link(ONE),
    { ...NO_SONG, title: 'Two' },
    { ...NO_SONG, uri: 'spotify:local:Bo::Three:9', title: 'Three' },
    NO_SONG,
  ];
  expect(leftOutTexts([list('Road', rows)])).toEqual([
    'Not matched yet: 1 song has no Spotify link.',
    'Spotify lets no app add local files: 1 song.',
    '1 row is empty: the song was gone already.',
  ]);
  expect(planRestore([list('Road', rows)]).operations).toMatchObject([
    { kind: 'create' },
    { kind: 'add', uris: [`spotify:track:${ONE}`] },
  ]);
  expect(isRestorable(list('Road', rows.slice(1)))).toBe(false);
});

test('a list of more songs than Spotify takes cannot be restored', () => {
  const rows = Array.from({ length: 10_001 }, () => link(ONE));
  expect(isRestorable(list('Road', rows.slice(1)))).toBe(true);
  expect(isRestorable(list('Road', rows))).toBe(false);
  expect(sortRows(rows).linked.length).toBe(10_001);
});
