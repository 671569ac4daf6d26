import { expect, test } from 'vitest';
import {
  planDetails,
  planNewPlaylists,
  planSave,
  planUnsave,
} from '../../../src/features/edit/plan/make-plans.ts';
import { listsToRead, planUndo } from '../../../src/features/edit/plan/undo.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { listNow, openEditor } from './editor.ts';

const network = useNetwork();

test('a new playlist is left, with what was added to it', async () => {
  const editor = await openEditor(network);
  const uris = editor.others.slice(0, 5);
  const plan = planNewPlaylists([{ name: 'New', description: '', uris }], 'Make');
  const job = await editor.apply(editor.job(plan));
  expect(listsToRead(job)).toEqual([]);
  const undo = planUndo(job, {});
  const id = job.created['new:0'] ?? '';
  expect(undo.operations).toEqual([{ kind: 'unsave', uris: [`spotify:playlist:${id}`] }]);
  expect(undo.lost).toEqual([expect.stringContaining('go with it')]);
  await editor.apply(editor.job(undo));
  expect(editor.backedUp).toEqual([id]);
  expect(editor.spotify.library.isSaved(`spotify:playlist:${id}`)).toBe(false);
});

test('details return, but for a description that Spotify cannot clear', async () => {
  const editor = await openEditor(network);
  const [playlist] = editor.own;
  if (!playlist) throw new Error('no playlist');
  const { id, name } = playlist;
  const before = { name, description: null, isPublic: true, isCollaborative: false };
  const change = { name: 'Other', description: 'Words', isPublic: false };
  const plan = planDetails(id, before, change, 'Rename');
  expect(plan.lost).toEqual([expect.stringContaining('can’t clear a description')]);
  const job = await editor.apply(editor.job(plan));
  const undo = planUndo(job, {});
  // The undo starts from the details of now, so that it can be undone itself.
  expect(undo.details).toEqual({ [id]: { ...before, ...change } });
  await editor.apply(editor.job(undo));
  const now = editor.spotify.library.playlists.find((each) => each?.id === id);
  expect(now).toMatchObject({ name, description: 'Words', public: true });
});

test('likes are taken back, and unlikes come back in their order, with a word on the dates', async () => {
  const editor = await openEditor(network);
  const uris = editor.others.slice(0, 3);
  const liked = await editor.apply(editor.job(planSave(uris, 'Like')));
  const order = () => editor.spotify.library.liked().map(({ track }) => track.uri);
  const before = order();
  const unliked = await editor.apply(editor.job(planUnsave(before.slice(0, 3), 'Unlike', [])));
  const undo = planUndo(unliked, {});
  expect(undo.lost).toEqual([expect.stringContaining('dates')]);
  await editor.apply(editor.job(undo));
  expect(order()).toEqual(before);
  await editor.apply(editor.job(planUndo(liked, {})));
  expect(order().filter((uri) => uris.includes(uri))).toEqual([]);
});

test('what was refused is not undone', async () => {
  const editor = await openEditor(network);
  const [playlist] = editor.own;
  if (!playlist) throw new Error('no playlist');
  editor.spotify.faults.arm('forbidden', { on: 'details' });
  const { id, name } = playlist;
  const before = { name, description: null, isPublic: true, isCollaborative: false };
  const job = await editor.apply(editor.job(planDetails(id, before, { name: 'Other' }, 'Rename')));
  expect(planUndo(job, { [id]: listNow(editor, playlist) }).operations).toEqual([]);
});
