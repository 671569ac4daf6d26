import { expect, test } from 'vitest';
import { encodeJobBackup } from '../../../src/features/edit/journal/backup-file.ts';
import { endOf } from '../../../src/features/edit/journal/job-record.ts';
import { isLight } from '../../../src/features/edit/plan/light.ts';
import {
  planDetails,
  planLeave,
  planLike,
  planUnlike,
} from '../../../src/features/edit/plan/make-plans.ts';
import { planUndo } from '../../../src/features/edit/plan/undo.ts';
import { getRelease } from '../../../src/spotify/saved.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Editor, openEditor } from './editor.ts';

const network = useNetwork();

const playlistUris = ({ spotify }: Editor) =>
  spotify.library.playlists.flatMap((playlist) => playlist?.uri ?? []);
const before = { name: 'Old', description: 'Words', isPublic: false, isCollaborative: false };

test('left playlists are told apart, recorded, and followed again by the undo', async () => {
  const editor = await openEditor(network);
  const [own] = editor.own;
  const ownIds = new Set(editor.own.map(({ id }) => id));
  const others = editor.spotify.library.playlists.flatMap((each) =>
    each && !ownIds.has(each.id) ? [each] : [],
  );
  const guest = others.find(({ collaborative }) => collaborative);
  const followed = others.find(({ collaborative }) => !collaborative);
  if (!own || !followed) throw new Error('no playlists');
  const left = [own, followed, ...(guest ? [guest] : [])];
  const plan = planLeave(
    left.map(({ id, name, collaborative }) => ({
      id,
      name,
      isOwn: ownIds.has(id),
      isCollaborative: collaborative === true,
    })),
    'Leave',
  );
  expect(plan.lost).toEqual([
    expect.stringContaining('on top of your list, outside of folders'),
    expect.stringContaining('can’t be backed up, only their names and links'),
    ...(guest ? [expect.stringContaining('right to edit')] : []),
  ]);
  const job = await editor.apply(editor.job(plan));
  const uris = left.map(({ uri }) => uri);
  expect(playlistUris(editor).filter((uri) => uris.includes(uri))).toEqual([]);
  expect(editor.backedUp).toEqual([own.id]);
  // The record of a followed playlist is its name and its link.
  const { library } = JSON.parse(encodeJobBackup(job, []));
  expect(library).toContainEqual({ uri: followed.uri, was: 'saved', title: followed.name });

  await editor.apply(editor.job(planUndo(job, {})));
  expect(playlistUris(editor)).toEqual(expect.arrayContaining(uris));
});

test('albums, shows, episodes and audiobooks are unliked and liked again, on top and with a new date', async () => {
  const editor = await openEditor(network);
  const saved = () => editor.spotify.library.saved();
  const [, album] = saved().albums;
  const [, show] = saved().shows;
  const [, episode] = saved().episodes;
  const [, book] = saved().audiobooks;
  const uris = [album?.album?.uri, show?.show?.uri, episode?.episode?.uri, book?.uri].flatMap(
    (uri) => uri ?? [],
  );
  expect(uris).toHaveLength(4);
  const record = { at: album?.added_at ?? null, position: 2 };
  const plan = planUnlike(uris, { [uris[0] ?? '']: record });
  expect(plan.title).toBe('Unlike 4 entries');
  const job = await editor.apply(editor.job(plan));
  expect(editor.writes()).toEqual(['DELETE /me/library']);
  for (const uri of uris) expect(editor.spotify.library.isSaved(uri)).toBe(false);
  const { library } = JSON.parse(encodeJobBackup(job, []));
  expect(library[0]).toMatchObject({ uri: uris[0], savedAt: record.at, position: 2 });

  const undo = planUndo(job, {});
  expect(undo.lost).toEqual([expect.stringContaining('dates and the order')]);
  await editor.apply(editor.job(undo));
  for (const uri of uris) expect(editor.spotify.library.isSaved(uri)).toBe(true);
  expect(saved().albums[0]?.album?.uri).toBe(uris[0]);
  expect(saved().albums[0]?.added_at).not.toBe(record.at);
});

test.each([
  ['album', 'track'],
  ['show', 'episode'],
] as const)('the %s of a song or an episode is asked for, and saved', async (kind, of) => {
  const editor = await openEditor(network);
  const { library } = editor.spotify;
  const inLists = library.playlists.flatMap((each) => library.items(each?.id ?? ''));
  const [song] = [...inLists, ...library.saved().episodes.map(({ episode }) => ({ item: episode }))]
    .map(({ item }) => item)
    .filter((each) => each?.type === of);
  const { connection } = editor;
  const signal = new AbortController().signal;
  const release = await getRelease(connection, { kind: of, id: song?.id ?? '' }, signal);
  expect(release).toMatchObject({ kind, uri: expect.stringMatching(`^spotify:${kind}:`) });

  await editor.apply(editor.job(planUnlike([release.uri], {})));
  expect(library.isSaved(release.uri)).toBe(false);
  const plan = planLike([release.uri]);
  expect([plan.title, isLight(plan)]).toEqual([`Save 1 ${kind}`, true]);
  const saved = editor.job(plan);
  await editor.apply(saved);
  expect(library.isSaved(release.uri)).toBe(true);
  const [first] = library.saved()[`${kind}s`];
  expect(Object(first)[kind].uri).toBe(release.uri);
});

test('41 likes are two requests, because the address takes 40', async () => {
  const editor = await openEditor(network);
  await editor.apply(editor.job(planLike(editor.others.slice(0, 41))));
  expect(editor.writes()).toEqual(['PUT /me/library', 'PUT /me/library']);
});

test('a refused description takes no new name with it', async () => {
  const editor = await openEditor(network);
  const [playlist] = editor.own;
  if (!playlist) throw new Error('no playlist');
  editor.spotify.faults.arm('refused-id', { on: 'details' });
  editor.spotify.faults.arm('refused-id', { on: 'details', skip: 1 });
  const plan = planDetails(playlist.id, before, { name: 'New', description: 'Some' }, 'Rename');
  const job = await editor.apply(editor.job(plan));
  expect(job.steps.map(({ state }) => state)).toEqual(['verified', 'refused']);
  expect(endOf(job)).toBe('partly');
  const now = editor.spotify.library.playlists.find((each) => each?.id === playlist.id);
  expect(now?.name).toBe('New');
});

test('what Spotify makes of guests is read back', async () => {
  const editor = await openEditor(network);
  const playlist = editor.own.find((each) => each.public && !each.collaborative);
  if (!playlist) throw new Error('no playlist');
  const change = { isCollaborative: true, isPublic: false };
  const job = await editor.apply(
    editor.job(planDetails(playlist.id, { ...before, isPublic: true }, change, 'Share')),
  );
  expect(job.deviations).toEqual([]);
  const now = () => editor.spotify.library.playlists.find((each) => each?.id === playlist.id);
  expect(now()).toMatchObject({ collaborative: true, public: false });
  await editor.apply(editor.job(planUndo(job, {})));
  expect(now()).toMatchObject({ collaborative: false, public: true });
});
