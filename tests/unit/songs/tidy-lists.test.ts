import { expect, test } from 'vitest';
import {
  emptyTextOf,
  makingTidyGroups,
  TIDY_LISTS,
  tidyTable,
} from '../../../src/features/songs/tidy-lists.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { makeSongIndex } from '../../../src/lists/song-index.ts';
import { runInSlices } from '../../../src/ui/in-slices.ts';
import { GAP, item } from '../../support/unit/items.ts';
import { playlist } from '../library/find-playlists.ts';

const never = new AbortController().signal;

function rows(...songs: readonly Partial<PlaylistItem>[]): readonly PlaylistItem[] {
  return songs.map((song, at) => ({ ...item(song), position: at + 1 }));
}
const song = (title: string, isrc: string | null, uri = title): Partial<PlaylistItem> => ({
  title,
  isrc,
  uri: `spotify:track:${uri}`,
});

/** The songs of a playlist and the liked ones, with something in each list. */
function songs() {
  const index = makeSongIndex();
  index.add(
    playlist({ id: 'sunday', name: 'Slow Sunday' }),
    rows(
      song('Tide', 'ZZLN11000001'),
      song('Tide', 'ZZLN11000001', 'other release'),
      song('Ferry', null),
      song('Ferry', null, 'ferry again'),
      song('Kettle', null),
      song('Kettle', null),
      GAP,
    ),
  );
  index.addLiked(rows(song('Lantern', null), song('Kettle', null)));
  return index.songs();
}

test('each list of what can be tidied up has its songs, with the proof beside them', async () => {
  const groups = await runInSlices(makingTidyGroups(songs()), never);
  const told = Object.entries(groups).map(([id, list]) => [
    id,
    list.map((group) => [group.proof, group.songs.map(({ title }) => title).join(' = ')]),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    recordings: [['Same ISRC, same length', 'Tide = Tide']],
    'look-alikes': [['Same title and artist, same length', 'Ferry = Ferry']],
    twice: [['No. 5, 6 in Slow Sunday', 'Kettle']],
    'liked-only': [[undefined, 'Lantern']],
    'not-liked': expect.arrayContaining([[undefined, 'Tide']]),
    unavailable: [['Removed from Spotify', '']],
  });
});

test('each list exports one row for each of its songs', async () => {
  const groups = await runInSlices(makingTidyGroups(songs()), never);
  for (const list of TIDY_LISTS) {
    const table = tidyTable(list, groups[list.id]);
    expect(table.rows).toHaveLength(groups[list.id].flatMap((group) => group.songs).length);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  }
});

test('the comparison of 5,000 songs leaves room for other tasks, and stops when asked to', async () => {
  const index = makeSongIndex();
  const many = Array.from({ length: 5_000 }, (_, at) => song(`Song ${at % 2_000}`, null, `${at}`));
  index.add(playlist({ id: 'all', name: 'All' }), rows(...many));
  const left = new AbortController();
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
    if (turns === 3) left.abort();
  });
  const work = runInSlices(makingTidyGroups(index.songs()), left.signal);
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  clearInterval(count);
});

test('an empty list of a library that is not read whole says so', () => {
  for (const list of TIDY_LISTS) {
    expect(emptyTextOf(list, true)).toBe(list.emptyText);
    expect(emptyTextOf(list, false)).toMatch(/^Nothing found so far/);
  }
});
