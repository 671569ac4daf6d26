import { expect, test } from 'vitest';
import { endOf } from '../../../src/features/edit/journal/job-record.ts';
import {
  planAdd,
  planLeave,
  planNewPlaylists,
  planSave,
  planUnsave,
} from '../../../src/features/edit/plan/make-plans.ts';
import { rowsAfter } from '../../../src/features/edit/plan/operation.ts';
import { planUndo } from '../../../src/features/edit/plan/undo.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Editor, listNow, openEditor } from './editor.ts';

/*
 * How other tools have lost data, one test for each story: what the same plan does here.
 */

const network = useNetwork();

const LOCAL = 'spotify:local:Artist:Album:Title:200';
const GONE = 'spotify:track:0000000000000000000000';

function first({ own: [playlist] }: Editor) {
  if (!playlist) throw new Error('no playlist of one’s own');
  return playlist;
}

test('neighbours of duplicates were deleted by a shifted index: a removal names songs, and gaps count as rows', () => {
  const rows = ['a', null, LOCAL, 'b', 'a', 'c'];
  expect(rowsAfter(rows, { kind: 'remove', list: 'x', uris: ['a'] })).toEqual([
    null,
    LOCAL,
    'b',
    'c',
  ]);
  const added = rowsAfter(rows, { kind: 'add', list: 'x', uris: ['d'], position: 2 });
  expect(added).toEqual(['a', null, 'd', LOCAL, 'b', 'a', 'c']);
});

test('a playlist was wiped when adding again failed: what is refused leaves every row that was there', async () => {
  const editor = await openEditor(network);
  const playlist = first(editor);
  const before = editor.rows(playlist.id);
  const plan = planAdd(listNow(editor, playlist), [LOCAL, GONE], 'first', 'Add');
  const job = await editor.apply(editor.job(plan));
  expect(endOf(job)).toBe('nothing');
  expect(editor.rows(playlist.id)).toEqual(before);
});

test('local files were lost when a playlist was overwritten: no request replaces a playlist', async () => {
  const editor = await openEditor(network);
  const playlist = first(editor);
  const [one = '', two = ''] = editor.others;
  await editor.apply(editor.job(planAdd(listNow(editor, playlist), [one], 'first', 'Add')));
  const added = editor.job(planAdd(listNow(editor, playlist), [two], 'last', 'Add'));
  const undo = planUndo(await editor.apply(added), { [playlist.id]: listNow(editor, playlist) });
  await editor.apply(editor.job(undo));
  expect(editor.writes().filter((write) => write.startsWith('PUT'))).toEqual([]);
});

test('dates were reset by adding everything anew: rows that stay are not sent, and keep theirs', async () => {
  const editor = await openEditor(network);
  const playlist = first(editor);
  const dates = () =>
    new Map(
      editor.spotify.library.items(playlist.id).map(({ item, added_at: at }) => [item?.uri, at]),
    );
  const before = dates();
  const uris = editor.others.slice(0, 3);
  await editor.apply(editor.job(planAdd(listNow(editor, playlist), uris, 'first', 'Add')));
  const after = dates();
  for (const [uri, at] of before) expect(after.get(uri)).toBe(at);
});

test('success was reported and nothing done: a like that Spotify confirms and does not keep is not called done', async () => {
  const editor = await openEditor(network);
  const plan = planSave(editor.others.slice(50, 52), 'Like');
  editor.spotify.faults.arm('empty-body', { on: 'library' });
  await expect(editor.apply(editor.job(plan))).rejects.toMatchObject({ kind: 'differs' });
});

test('a filtered view was saved over the whole list: a plan made from some rows is refused, and all rows stay', async () => {
  const editor = await openEditor(network);
  const playlist = first(editor);
  const before = editor.rows(playlist.id);
  const shown = { ...listNow(editor, playlist), rows: before.slice(0, 2) };
  const plan = planAdd(shown, editor.others.slice(0, 2), 'last', 'Add');
  await expect(editor.apply(editor.job(plan))).rejects.toMatchObject({ kind: 'changed-elsewhere' });
  expect(editor.rows(playlist.id)).toEqual(before);
});

test('everything was unliked while logged out: an empty selection and another account send nothing', async () => {
  const editor = await openEditor(network);
  expect(planUnsave([], 'Unlike', []).operations).toEqual([]);
  const liked = editor.spotify.library.liked().map(({ track }) => track.uri);
  const ensureSameAccount = () => {
    throw new Error('nobody is logged in');
  };
  const job = editor.job(planUnsave(liked, 'Unlike', []));
  await expect(editor.apply(job, { ensureSameAccount })).rejects.toThrow('nobody');
  expect(editor.writes()).toEqual([]);
  expect(editor.spotify.library.liked()).toHaveLength(liked.length);
});

test('of two playlists with one name the wrong one was deleted: a playlist is left by its ID', async () => {
  const editor = await openEditor(network);
  const [kept, left] = editor.own;
  if (!kept || !left) throw new Error('too few playlists');
  const { library } = editor.spotify;
  library.change({ kind: 'details', id: left.id, change: { name: kept.name } });
  const { id } = left;
  const plan = planLeave([{ id, name: kept.name, isOwn: true, isCollaborative: false }], 'Leave');
  await editor.apply(editor.job(plan));
  expect([kept, left].map(({ uri }) => library.isSaved(uri))).toEqual([true, false]);
  expect(editor.backedUp).toEqual([id]);
});

test('a merged playlist was suddenly empty: a merge is a new playlist, and its sources are not written to', async () => {
  const editor = await openEditor(network);
  const sources = editor.own.slice(0, 2);
  const before = sources.map(({ id }) => editor.rows(id));
  const uris = before.flat().flatMap((uri) => (uri?.startsWith('spotify:track:') ? [uri] : []));
  const plan = planNewPlaylists([{ name: 'Merged', description: '', uris }], 'Merge');
  const job = await editor.apply(editor.job(plan));
  expect(editor.rows(job.created['new:0'] ?? '')).toEqual(uris);
  expect(sources.map(({ id }) => editor.rows(id))).toEqual(before);
  expect(editor.writes().some((write) => sources.some(({ id }) => write.includes(id)))).toBe(false);
});
