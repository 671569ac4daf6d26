import { HttpResponse, http } from 'msw';
import { createEffect, createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import {
  differenceTable,
  outcomeText,
  summaryText,
} from '../../../src/features/backup/compare/words.ts';
import { readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { LIBRARY } from '../lab/matrix/stage.ts';
import { backupOf, openComparison, rowsOf } from './comparing.ts';

const network = useNetwork();

test('only lists that changed since the backup are read, after their cost was said', async () => {
  const { stage, job, own, asked, sent } = await openComparison(network);
  const [same, changed, gone, theirs] = own;
  if (!same || !changed || !gone || !theirs) throw new Error('four playlists');
  const items = rowsOf(changed.id);
  const [first, second, ...others] = items;
  if (!first || !second) throw new Error('two rows');
  const lost = { ...first, uri: 'spotify:track:0000000000000000000000', title: 'Lost' };
  const file = await backupOf(
    [
      { name: same.name, playlist: same, items: rowsOf(same.id) },
      {
        name: 'Old name',
        playlist: { ...changed, name: 'Old name', snapshotId: 'old' },
        items: [second, ...others.slice(0, -1), first, lost],
      },
      { name: 'Nowhere', playlist: { ...gone, id: 'nowhere', name: 'Nowhere' }, items: [] },
      {
        name: theirs.name,
        playlist: theirs,
        items: [],
        content: 'record',
        reason: 'Spotify had a fault.',
      },
    ],
    { accountId: 'other', userId: 'other', displayName: 'Grace' },
  );
  job.open(file);
  await stage.until(() => job.phase() === 'ready');
  expect(asked()).toEqual({ playlists: 3, items: 0, liked: 0, saved: 0 });
  expect(job.costOf('unread')).toEqual({ lists: 1, requests: 3 });
  expect(job.costOf('same-version')).toEqual({ lists: 1, requests: 3 });
  expect(job.isOfAnother()).toBe(true);
  expect(job.lists().map(outcomeText)).toEqual([
    'Not changed since',
    'Not read yet',
    'Gone from your library',
    'Not compared. Spotify had a fault.',
  ]);
  expect(job.added()).toHaveLength(LIBRARY.playlists.filter(Boolean).length - 3);

  job.start(false);
  await stage.until(() => job.state() === 'done');
  expect(asked()).toEqual({ playlists: 3, items: 3, liked: 0, saved: 0 });
  const rows = differenceTable(job.lists(), []).rows;
  expect(rows.map(([, , change, before, now, title]) => [change, before, now, title])).toEqual([
    ['added', null, items.length, others.at(-1)?.title],
    ['removed', items.length, null, 'Lost'],
    ['moved', items.length - 1, 1, first.title],
    ['Gone from your library', null, null, null],
    ['Not compared. Spotify had a fault.', null, null, null],
  ]);
  expect(summaryText(job.lists())).toBe(
    '2 of 4 lists differ: 1 added, 1 removed, 1 moved, 1 gone. 1 list not compared.',
  );

  // Nothing of the file is sent anywhere: lists are read, and only by ids of this library.
  const present = LIBRARY.playlists.flatMap((entry) => entry?.id ?? []);
  for (const request of sent()) {
    expect(request).toMatch(
      /^GET https:\/\/api\.spotify\.com\/v1\/(?:me(?:\/playlists|$)|playlists\/)/,
    );
    const [, id = present[0]] = /\/v1\/playlists\/([^/?]+)/.exec(request) ?? [];
    expect(present).toContain(id);
  }

  job.start(true);
  await stage.until(() => job.state() === 'done');
  expect(asked().items).toBe(6);
  expect(job.lists().map(outcomeText)[0]).toBe('No difference');
  job.open(file);
  await stage.until(() => job.phase() === 'ready');
  expect(job.costOf('unread').lists + job.costOf('same-version').lists).toBe(0);
  expect(asked().items).toBe(6);
});

test('a list that cannot be read is not compared, and none of its songs counts as removed', async () => {
  const { stage, job, own } = await openComparison(network);
  const [one, other] = own;
  if (!one || !other) throw new Error('two playlists');
  const lists = [one, other].map((playlist) => ({
    name: playlist.name,
    playlist: { ...playlist, snapshotId: 'old' },
    items: rowsOf(playlist.id),
  }));
  job.open(await backupOf(lists));
  await stage.until(() => job.phase() === 'ready');
  network.use(
    http.get(`https://api.spotify.com/v1/playlists/${one.id}/items`, () =>
      HttpResponse.json({ error: { status: 404 } }, { status: 404 }),
    ),
  );
  job.start(false);
  await stage.until(() => job.state() === 'done');
  expect(job.lists().map(outcomeText)).toEqual([
    'Not compared. Spotify doesn’t know it any more.',
    'No difference',
  ]);
});

test('a comparison that was stopped goes on where it stopped', async () => {
  const { stage, job, own, asked } = await openComparison(network);
  const lists = own.slice(0, 6).map((playlist) => ({
    name: playlist.name,
    playlist: { ...playlist, snapshotId: 'old' },
    items: rowsOf(playlist.id),
  }));
  job.open(await backupOf([...lists, { name: 'Liked songs', playlist: null, items: [] }]));
  await stage.until(() => job.phase() === 'ready');
  let hasStopped = false;
  createRoot(() => {
    createEffect(() => {
      if (job.count().done <= 150 || hasStopped) return;
      hasStopped = true;
      job.stop();
    });
  });
  job.start(false);
  await stage.until(() => job.state() === 'stopped');
  expect(asked().items).toBeLessThan(18);
  job.resume();
  await stage.until(() => job.state() === 'done');
  expect(summaryText(job.lists())).toBe('1 of 7 lists differs: 120 added.');
  // A page on its way when the reading stopped is the only one that is asked for again.
  expect(asked().items).toBeLessThanOrEqual(18 + 3);
});

test('of two playlists of one name, the person chooses', async () => {
  const { stage, job, own } = await openComparison(network);
  const [one, other] = own;
  if (!one || !other) throw new Error('two playlists');
  const namesake = LIBRARY.playlists.find((entry) => entry?.id === other.id);
  Object.assign(namesake ?? {}, { name: one.name });
  const text = JSON.stringify({
    playlists: [
      {
        name: one.name,
        items: rowsOf(other.id).map(({ title, uri }) => ({
          track: { trackName: title, artistName: 'A', albumName: 'B', trackUri: uri },
          addedDate: '2024-01-01',
        })),
      },
    ],
  });
  const read = await readBytes(new TextEncoder().encode(text), 'Playlist1.json');
  job.open({ name: 'Playlist1.json', read });
  await stage.until(() => job.phase() === 'ready');
  const [list] = job.lists();
  expect(list?.outcome).toMatchObject({ candidates: [{ id: one.id }, { id: other.id }] });
  if (list) job.choose(list.entry, other.id);
  expect(job.costOf('unread')).toEqual({ lists: 1, requests: 3 });
  job.start(false);
  await stage.until(() => job.state() === 'done');
  expect(job.lists().map(outcomeText)).toEqual(['No difference']);
});

test('nothing of the file is left after a log-out', async () => {
  const { stage, job, own } = await openComparison(network);
  const [one] = own;
  if (!one) throw new Error('a playlist');
  job.open(await backupOf([{ name: one.name, playlist: one, items: rowsOf(one.id) }]));
  await stage.until(() => job.phase() === 'ready');
  await stage.tab.session.logOut();
  expect(job.file()).toBeUndefined();
  expect(job.lists()).toEqual([]);
});
