import { expect, test } from 'vitest';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { endOf } from '../../../src/features/edit/journal/job-record.ts';
import {
  planAdd,
  planDetails,
  planNewPlaylists,
  planSave,
  planUnsave,
} from '../../../src/features/edit/plan/make-plans.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Editor, listNow, openEditor } from './editor.ts';

const network = useNetwork();

function first(editor: Editor): WirePlaylist {
  const [playlist] = editor.own;
  if (!playlist) throw new Error('no playlist of one’s own');
  return playlist;
}

function planAddTo(editor: Editor, count: number, place: 'first' | 'last' = 'last') {
  const playlist = first(editor);
  const uris = editor.others.slice(0, count);
  return { playlist, uris, plan: planAdd(listNow(editor, playlist), uris, place, 'Add songs') };
}

test.each(['first', 'last'] as const)('songs are added %s, and read back', async (place) => {
  const editor = await openEditor(network);
  const { playlist, uris, plan } = planAddTo(editor, 150, place);
  const before = editor.rows(playlist.id);
  const job = await editor.apply(editor.job(plan));
  expect(editor.rows(playlist.id)).toEqual(
    place === 'first' ? [...uris, ...before] : [...before, ...uris],
  );
  expect(endOf(job)).toBe('done');
  expect(editor.backedUp).toEqual([playlist.id]);
  expect(editor.writes()).toEqual(Array(2).fill(`POST /playlists/${playlist.id}/items`));
});

test('a thousand songs in a new playlist are one creation, ten additions, and a reading', async () => {
  const editor = await openEditor(network);
  const uris = makeLibrary({ playlists: 0, liked: 1_000 })
    .liked()
    .map(({ track }) => track.uri);
  const plan = planNewPlaylists([{ name: 'Restored', description: '', uris }], 'Restore');
  const before = editor.spotify.requests.length;
  const job = await editor.apply(editor.job(plan));
  const id = job.created['new:0'] ?? '';
  expect(editor.rows(id)).toEqual(uris);
  expect(editor.writes()).toHaveLength(11);
  const sent = editor.spotify.requests.slice(before).filter(({ method }) => method === 'GET');
  expect(sent.map(({ step }) => step)).toEqual([...Array(20).fill('items'), 'playlist']);
  expect(editor.spotify.library.playlists[0]).toMatchObject({
    id,
    public: false,
    description: 'Restored',
  });
});

test('each step is stored before its request and after its answer', async () => {
  const editor = await openEditor(network);
  await editor.apply(editor.job(planAddTo(editor, 120).plan));
  expect(editor.stored.map(({ steps }) => steps.map(({ state }) => state))).toEqual([
    ['sent', 'planned'],
    ['acknowledged', 'planned'],
    ['acknowledged', 'sent'],
    ['acknowledged', 'acknowledged'],
    ['verified', 'verified'],
  ]);
});

test.each(['answer-lost', 'bad-gateway-after'] as const)(
  'an addition that was carried out without an answer (%s) is found by reading, and not sent again',
  async (fault) => {
    const editor = await openEditor(network);
    const { playlist, uris, plan } = planAddTo(editor, 150);
    const before = editor.rows(playlist.id);
    editor.spotify.faults.arm(fault, { on: 'add' });
    await editor.apply(editor.job(plan));
    expect(editor.rows(playlist.id)).toEqual([...before, ...uris]);
    expect(editor.writes()).toHaveLength(2);
  },
);

test('a creation that was carried out without an answer is found by its name', async () => {
  const editor = await openEditor(network);
  const uris = editor.others.slice(0, 3);
  editor.spotify.faults.arm('answer-lost', { on: 'create' });
  const plan = planNewPlaylists([{ name: 'Only one', description: 'x', uris }], 'Make');
  const job = await editor.apply(editor.job(plan));
  expect(editor.rows(job.created['new:0'] ?? '')).toEqual(uris);
  expect(editor.writes().filter((write) => write === 'POST /me/playlists')).toHaveLength(1);
});

test('an addition that did not arrive stops the job, and is sent again when the person says so', async () => {
  const editor = await openEditor(network);
  const { playlist, uris, plan } = planAddTo(editor, 5);
  const before = editor.rows(playlist.id);
  editor.spotify.faults.arm('network-error', { on: 'add' });
  await expect(editor.apply(editor.job(plan))).rejects.toMatchObject({ kind: 'not-arrived' });
  expect(editor.rows(playlist.id)).toEqual(before);
  const left = editor.stored.at(-1);
  if (!left) throw new Error('nothing stored');
  await editor.apply(left, { mayResend: true });
  expect(editor.rows(playlist.id)).toEqual([...before, ...uris]);
});

test('answers that lag behind the additions are waited for', async () => {
  const editor = await openEditor(network);
  const { playlist, uris, plan } = planAddTo(editor, 5);
  const before = editor.rows(playlist.id);
  // The first reading compares with the plan, the second and third are of the past.
  editor.spotify.faults.arm('stale', { on: 'items', skip: 1, times: 2 });
  const job = await editor.apply(editor.job(plan));
  expect(endOf(job)).toBe('done');
  expect(editor.rows(playlist.id)).toEqual([...before, ...uris]);
});

test('a playlist that was changed since the plan is left alone', async () => {
  const editor = await openEditor(network);
  const { playlist, plan } = planAddTo(editor, 5);
  editor.spotify.library.change({ kind: 'remove-at', id: playlist.id, positions: [0] });
  await expect(editor.apply(editor.job(plan))).rejects.toMatchObject({ kind: 'changed-elsewhere' });
  expect(editor.writes()).toEqual([]);
  expect(editor.stored).toEqual([]);
});

test.each([
  ['at the end', 'last'],
  ['before the first row', 'first'],
] as const)(
  'of a hundred songs added %s, one that Spotify refuses does not hold up the others',
  async (_, place) => {
    const editor = await openEditor(network);
    const playlist = first(editor);
    const uris = [...editor.others.slice(0, 130)];
    uris[41] = 'spotify:track:0000000000000000000000';
    const before = editor.rows(playlist.id);
    const plan = planAdd(listNow(editor, playlist), uris, place, 'Add songs');
    const job = await editor.apply(editor.job(plan));
    const come = uris.filter((_uri, index) => index !== 41);
    expect(editor.rows(playlist.id)).toEqual(
      place === 'first' ? [...come, ...before] : [...before, ...come],
    );
    expect(endOf(job)).toBe('partly');
    const refused = job.steps.filter(({ state }) => state === 'refused');
    expect(refused.map(({ operation }) => operation)).toEqual([
      expect.objectContaining({ uris: [uris[41]] }),
    ]);
  },
);

test('a playlist that cannot be edited is refused as a whole, and the others go on', async () => {
  const editor = await openEditor(network);
  const foreign = editor.spotify.library.playlists.find(
    (each) => each && !editor.own.includes(each),
  );
  if (!foreign) throw new Error('no followed playlist');
  const { playlist, uris, plan } = planAddTo(editor, 4);
  const both = {
    ...plan,
    operations: [
      { kind: 'details', list: foreign.id, change: { name: 'Mine now' } } as const,
      ...plan.operations,
    ],
  };
  const job = await editor.apply(editor.job(both));
  expect(job.steps.map(({ state }) => state)).toEqual(['refused', 'verified']);
  expect(editor.rows(playlist.id).slice(-4)).toEqual(uris);
});

test('a stop lets the running request end and sends no other; the rest goes on later', async () => {
  const stop = new AbortController();
  const editor = await openEditor(network, () => {
    if (editor.stored.at(-1)?.steps[1]?.state === 'sent') stop.abort();
  });
  const { playlist, uris, plan } = planAddTo(editor, 250);
  const before = editor.rows(playlist.id);
  const job = editor.job(plan);
  await expect(editor.apply(job, {}, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(editor.writes()).toHaveLength(2);
  const left = editor.stored.at(-1);
  expect(left?.steps.map(({ state }) => state)).toEqual([
    'acknowledged',
    'acknowledged',
    'planned',
  ]);
  if (left) await editor.apply(left);
  expect(editor.rows(playlist.id)).toEqual([...before, ...uris]);
  expect(editor.writes()).toHaveLength(3);
});

test('a daily quota in the middle stops the job without a loss, and it goes on another day', async () => {
  const editor = await openEditor(network);
  const { playlist, uris, plan } = planAddTo(editor, 250);
  const before = editor.rows(playlist.id);
  editor.spotify.faults.arm('quota-exceeded', { on: 'add', skip: 1 });
  await expect(editor.apply(editor.job(plan))).rejects.toMatchObject({ kind: 'quota-exceeded' });
  const left = editor.stored.at(-1);
  expect(left?.steps.map(({ state }) => state)).toEqual(['acknowledged', 'planned', 'planned']);
  expect(editor.rows(playlist.id)).toEqual([...before, ...uris.slice(0, 100)]);
});

test('another account stops the job before the next request', async () => {
  const editor = await openEditor(network);
  const { plan } = planAddTo(editor, 250);
  let asked = 0;
  const deps = {
    ensureSameAccount() {
      asked += 1;
      if (asked > 2) throw new Error('another account');
    },
  };
  await expect(editor.apply(editor.job(plan), deps)).rejects.toThrow('another account');
  expect(editor.writes()).toHaveLength(1);
});

test('a change that cannot be stored is not sent', async () => {
  const editor = await openEditor(network);
  const { plan } = planAddTo(editor, 5);
  const save = () => Promise.reject(new Error('storage full'));
  await expect(editor.apply(editor.job(plan), { save })).rejects.toThrow('storage full');
  expect(editor.writes()).toEqual([]);
});

test('an answer that cannot be stored is not taken for a refusal', async () => {
  const editor = await openEditor(network);
  const { playlist, uris, plan } = planAddTo(editor, 5);
  const before = editor.rows(playlist.id);
  const save: Parameters<Editor['apply']>[1] = {
    async save(job) {
      if (job.steps[0]?.state === 'acknowledged') throw new Error('storage full');
      editor.stored.push(structuredClone(job));
    },
  };
  await expect(editor.apply(editor.job(plan), save)).rejects.toThrow('storage full');
  const left = editor.stored.at(-1);
  expect(left?.steps[0]?.state).toBe('sent');
  if (left) await editor.apply(left);
  expect(editor.rows(playlist.id)).toEqual([...before, ...uris]);
  expect(editor.writes()).toHaveLength(1);
});

test('details are read back, and what Spotify keeps otherwise is named', async () => {
  const editor = await openEditor(network);
  const playlist = first(editor);
  const before = { name: playlist.name, description: null, isPublic: true, isCollaborative: false };
  const plan = planDetails(
    playlist.id,
    before,
    { name: 'New name', description: 'a\nb' },
    'Rename',
  );
  const job = await editor.apply(editor.job(plan));
  expect(editor.spotify.library.playlists.find((each) => each?.id === playlist.id)).toMatchObject({
    name: 'New name',
    description: 'a b',
  });
  expect(job.deviations).toEqual([]);
  editor.spotify.faults.arm('empty-body', { on: 'details' });
  const ignored = planDetails(playlist.id, before, { isPublic: false }, 'Off profile');
  const after = await editor.apply(editor.job(ignored));
  expect(after.deviations).toEqual([
    expect.stringContaining('still shows New name on the profile'),
  ]);
});

test('likes, unlikes and leaving are read back', async () => {
  const editor = await openEditor(network);
  const { library } = editor.spotify;
  const uris = editor.others.slice(50, 140);
  await editor.apply(editor.job(planSave(uris, 'Like')));
  expect(uris.every((uri) => library.isSaved(uri))).toBe(true);
  await editor.apply(editor.job(planUnsave(uris.slice(0, 45), 'Unlike', [])));
  expect(uris.filter((uri) => library.isSaved(uri))).toEqual(uris.slice(45));
  const [playlist] = editor.own;
  const uri = playlist?.uri ?? '';
  await editor.apply(editor.job(planUnsave([uri], 'Leave', [])));
  expect(library.isSaved(uri)).toBe(false);
  await editor.apply(editor.job(planSave([uri], 'Follow again')));
  expect(library.isSaved(uri)).toBe(true);
  expect(editor.writes()).toHaveLength(3 + 2 + 2);
});

test('a playlist that does not read as planned is told, and not called done', async () => {
  const editor = await openEditor(network);
  const { plan } = planAddTo(editor, 5);
  editor.spotify.faults.arm('stale', { on: 'items', skip: 1, times: Number.POSITIVE_INFINITY });
  await expect(editor.apply(editor.job(plan))).rejects.toMatchObject({ kind: 'differs' });
  expect(editor.stored.at(-1)?.steps.map(({ state }) => state)).toEqual(['acknowledged']);
});
