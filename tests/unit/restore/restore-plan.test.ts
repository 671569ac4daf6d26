import { expect, test } from 'vitest';
import type { Outcome } from '../../../src/features/restore/match/outcome.ts';
import { type FileList, NO_SONG } from '../../../src/features/restore/readers/read-file.ts';
import {
  planRestore,
  planRestoreInto,
  planRestoreLikes,
  resolveList,
} from '../../../src/features/restore/restore-plan.ts';
import { isRestorable, sortRows } from '../../../src/features/restore/sort-rows.ts';
import { leftOutTexts } from '../../../src/features/restore/words.ts';
import { ONE, TWO } from './files.ts';

const link = (id: string) => ({ ...NO_SONG, uri: `spotify:track:${id}` });
const list = (name: string, rows: FileList['rows']): FileList => ({
  name,
  description: null,
  kind: 'playlist',
  rows,
});

const open = (): Outcome => ({ state: 'open' });
const plan = (lists: readonly FileList[], outcomeOf = open) =>
  planRestore(
    lists,
    lists.map((each) => resolveList(each, outcomeOf)),
  );

test('lists are created from last to first, and doubles stay in their order', () => {
  const { title, operations } = plan([
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
  const { operations } = plan([
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
    'Spotify lets no app add local files: 1 song.',
    '1 row is empty: the song was gone already.',
  ]);
  expect(plan([list('Road', rows)]).operations).toMatchObject([
    { kind: 'create' },
    { kind: 'add', uris: [`spotify:track:${ONE}`] },
  ]);
  expect(isRestorable(list('Road', rows.slice(2)))).toBe(false);
});

test('a list of more songs than Spotify takes cannot be restored', () => {
  const rows = Array.from({ length: 10_001 }, () => link(ONE));
  expect(isRestorable(list('Road', rows.slice(1)))).toBe(true);
  expect(isRestorable(list('Road', rows))).toBe(false);
  expect(sortRows(rows).linked.length).toBe(10_001);
});

const EPISODE_URI = 'spotify:episode:0Q86acNRm6V9GYx55SXKwf';
const rows = [
  link(ONE),
  { ...NO_SONG, title: 'Two', artists: ['Ann'] },
  { ...NO_SONG, uri: EPISODE_URI },
  link(ONE),
];

test('what is in a playlist already is left out or added again, as the person wants', () => {
  const resolved = resolveList(list('Road', rows), open);
  const before = { id: 'x', name: 'Mine', rows: ['a', `spotify:track:${ONE}`, null] };
  const skipping = planRestoreInto(before, resolved, true);
  expect(skipping.title).toBe('Restore 1 song into Mine');
  expect(skipping.operations).toEqual([
    { kind: 'add', list: 'x', uris: [EPISODE_URI], position: null },
  ]);
  expect(skipping.rows?.map(({ position, reason }) => [position, reason])).toEqual([
    [1, 'there'],
    [2, 'not-searched'],
    [3, null],
    [4, 'there'],
  ]);
  const all = planRestoreInto(before, resolved, false);
  expect(all.operations).toMatchObject([
    { uris: [`spotify:track:${ONE}`, EPISODE_URI, `spotify:track:${ONE}`] },
  ]);
  expect(all.from).toEqual({ x: { name: 'Mine', rows: before.rows } });
});

test('only songs that are not liked are liked, each once, the first one last', () => {
  const songs = [link(ONE), link(TWO), { ...NO_SONG, uri: EPISODE_URI }, link(ONE)];
  const resolved = resolveList(list('Liked songs', songs), open);
  const likes = planRestoreLikes(resolved, () => false);
  expect(likes.operations).toEqual([
    { kind: 'save', uris: [`spotify:track:${TWO}`, `spotify:track:${ONE}`] },
  ]);
  expect(likes.rows?.map(({ reason }) => reason)).toEqual([null, null, 'episode', null]);
  const none = planRestoreLikes(resolved, () => true);
  expect(none.operations).toEqual([]);
});
