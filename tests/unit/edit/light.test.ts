import { expect, test } from 'vitest';
import { isLight, listsChangedBy, patchOf } from '../../../src/features/edit/plan/light.ts';
import {
  planAdd,
  planDetails,
  planLeave,
  planLike,
  planNewPlaylists,
  planUnlike,
} from '../../../src/features/edit/plan/make-plans.ts';

const songs = (count: number) => Array.from({ length: count }, (_, at) => `spotify:track:${at}`);
const before = { name: 'Old', description: 'Words', isPublic: true, isCollaborative: false };

test('likes, names and descriptions in one request need no review', () => {
  expect(isLight(planLike(songs(40)))).toBe(true);
  expect(isLight(planDetails('a', before, { name: 'New', description: 'More' }, 'Rename'))).toBe(
    true,
  );
});

test('what needs more requests, what an undo loses, and what Spotify may keep differently is reviewed', () => {
  expect(isLight(planLike(songs(41)))).toBe(false);
  expect(isLight(planUnlike(songs(1), {}))).toBe(false);
  expect(isLight(planAdd({ id: 'a', name: 'A', rows: [] }, songs(1), 'last', 'Add'))).toBe(false);
  expect(isLight(planNewPlaylists([{ name: 'N', description: '', uris: [] }], 'New'))).toBe(false);
  const left = { id: 'a', name: 'A', isOwn: true, isCollaborative: false };
  expect(isLight(planLeave([left], 'Leave'))).toBe(false);
  // An empty description cannot be brought back.
  const first = planDetails('a', { ...before, description: null }, { description: 'Words' }, 'X');
  expect(isLight(first)).toBe(false);
  expect(isLight(planDetails('a', before, { isPublic: false }, 'X'))).toBe(false);
  expect(isLight(planDetails('a', before, { isCollaborative: true }, 'X'))).toBe(false);
});

test('rows show a change before they are read again, and each list is read that it affects', () => {
  expect(patchOf(planDetails('a', before, { name: 'New' }, 'X')).playlists).toEqual([
    { id: 'a', before: { name: 'Old' }, after: { name: 'New' } },
  ]);
  expect(patchOf(planLike(songs(1))).liked).toEqual({ 'spotify:track:0': true });
  expect(patchOf(planUnlike(songs(1), {})).liked).toEqual({ 'spotify:track:0': false });
  const mixed = ['spotify:track:1', 'spotify:album:2', 'spotify:show:3', 'spotify:audiobook:4'];
  expect(listsChangedBy(planLike(mixed))).toEqual([
    'liked',
    'saved album',
    'saved show',
    'saved audiobook',
  ]);
  const add = planAdd({ id: 'a', name: 'A', rows: [] }, songs(1), 'last', 'Add');
  expect(listsChangedBy(add)).toEqual(['playlists', 'playlist a']);
});

test('an unlike names its dates and places for the record, as far as they are known', () => {
  const at = '2024-03-05T10:00:00Z';
  const plan = planUnlike(songs(2), { 'spotify:track:1': { at, position: 7 } });
  expect(plan.saved).toEqual({ 'spotify:track:1': { at, position: 7 } });
  expect(plan.lost).toEqual([expect.stringContaining('new date')]);
});
