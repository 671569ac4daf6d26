import { expect, test } from 'vitest';
import { PLAYLIST_COLUMNS } from '../../../src/library/playlist-columns.ts';
import { sortRows } from '../../../src/library/sort.ts';
import { playlist } from './find-playlists.ts';

const ROWS = [
  playlist({ id: 'c1', name: 'Älska', owner: 'Zoe', tracksTotal: 9, visibility: 'public' }),
  playlist({ id: 'A2', name: '10 Years', owner: null, tracksTotal: 1_234, visibility: 'unknown' }),
  playlist({
    id: 'b3',
    name: 'zebra',
    owner: 'bram',
    tracksTotal: null,
    visibility: 'collaborative',
  }),
  playlist({ id: 'd10', name: '9 Lives', owner: 'Inês', tracksTotal: 87, visibility: 'private' }),
  playlist({ id: 'd9', name: 'Angel', owner: 'Ada', tracksTotal: 0, visibility: 'public' }),
];

test.each([
  [
    'name',
    ['9 Lives', '10 Years', 'Älska', 'Angel', 'zebra'],
    ['zebra', 'Angel', 'Älska', '10 Years', '9 Lives'],
  ],
  [
    'owner',
    ['Angel', 'zebra', '9 Lives', 'Älska', '10 Years'],
    ['Älska', '9 Lives', 'zebra', 'Angel', '10 Years'],
  ],
  [
    'tracks',
    ['Angel', 'Älska', '9 Lives', '10 Years', 'zebra'],
    ['10 Years', '9 Lives', 'Älska', 'Angel', 'zebra'],
  ],
  [
    'visibility',
    ['zebra', '9 Lives', 'Älska', 'Angel', '10 Years'],
    ['Älska', 'Angel', '9 Lives', 'zebra', '10 Years'],
  ],
  [
    'id',
    ['10 Years', 'zebra', 'Älska', 'Angel', '9 Lives'],
    ['9 Lives', 'Angel', 'Älska', 'zebra', '10 Years'],
  ],
])('playlists sort by %s both ways, unknown values last', (columnId, up, down) => {
  const names = (direction: 'ascending' | 'descending') =>
    sortRows(ROWS, PLAYLIST_COLUMNS, { columnId, direction }).map(({ name }) => name);
  expect(names('ascending')).toEqual(up);
  expect(names('descending')).toEqual(down);
});
