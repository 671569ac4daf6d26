import { expect, test } from 'vitest';
import { NOTHING_YET, parseFlow } from '../../../src/features/flow/record/flow.ts';
import { isOwned } from '../../../src/storage/list-records.ts';
import { ROWS } from '../../../src/storage/row-shapes.ts';
import { isSession } from '../../../src/storage/tokens.ts';
import { GAP, item } from '../../support/unit/items.ts';
import { playlist } from '../library/find-playlists.ts';

const OWNER = { loginId: 'l', clientId: 'c', accountId: 'a' };
const HEADER = { version: 1, clientId: 'c', accountId: 'a', savedAt: 2 };
const SESSION = {
  loginId: 'l',
  clientId: 'c',
  redirectUri: 'https://liner.example/callback',
  issuer: 'https://accounts.spotify.com',
  askedScopes: [],
  grantedScopes: [],
  accessToken: 'a',
  refreshToken: null,
  expiresIn: 3600,
  issuedAt: 1,
  expiresAt: 2,
  authorizedAt: 1,
  account: null,
};
const CALL = { at: 1, method: 'GET', url: '/v1/me', status: 200 };
/** Numbers that no date can be made of, also where six months are added. */
const NO_TIMES = [Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, 8.64e15, '2026', null];

test('whole records are read back', () => {
  expect(ROWS.item.areRows([item({}), GAP])).toBe(true);
  expect(ROWS.item.areRows([item({ coverUrl: 'https://i.scdn.co/image/a' })])).toBe(true);
  expect(isOwned(HEADER, OWNER, HEADER.savedAt)).toBe(true);
  expect(isSession(SESSION)).toBe(true);
  expect(parseFlow({ ...NOTHING_YET, call: CALL })).toBeDefined();
});

test.each([
  { addedAt: '1970-01-01T00:00:00Z' },
  { addedAt: 'yesterday' },
  { addedAt: '' },
  { addedAt: 1e308 },
  { releaseDate: '0001-01-01' },
  { durationMs: -3 },
  { durationMs: 1e308 },
  { coverUrl: 7 },
])('an older record with %j is read from Spotify anew', (changes) => {
  expect(ROWS.item.areRows([item({}), { ...item({}), ...changes }])).toBe(false);
});

test.each(NO_TIMES)('a record that was kept at %j counts as none', (time) => {
  expect(isOwned({ ...HEADER, savedAt: time }, OWNER, HEADER.savedAt)).toBe(false);
  for (const member of ['issuedAt', 'expiresAt', 'authorizedAt'])
    expect(isSession({ ...SESSION, [member]: time }), member).toBe(false);
  expect(parseFlow({ ...NOTHING_YET, call: { ...CALL, at: time } })).toBeUndefined();
});

test.each([-3, 1e308, 0.5])(
  'a number of liked songs that was kept as %j counts as none',
  (count) => {
    expect(ROWS.count.areRows([3412])).toBe(true);
    expect(ROWS.count.areRows([count])).toBe(false);
    expect(ROWS.playlist.areRows([playlist({})])).toBe(true);
    expect(ROWS.playlist.areRows([playlist({ tracksTotal: count })])).toBe(false);
  },
);
