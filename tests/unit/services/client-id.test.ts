import { expect, test } from 'vitest';
import { findClientId, mayBecomeClientId } from '../../../src/services/client-id.ts';
import { CLIENT_ID } from '../../support/client-id.ts';

const DASHBOARD = 'https://developer.spotify.com/dashboard';

test.each([
  ['the ID', CLIENT_ID],
  ['the ID in capitals, with spaces around it', `  ${CLIENT_ID.toUpperCase()}\t`],
  ['the address of its app', `${DASHBOARD}/${CLIENT_ID}`],
  ['the address of its settings', `${DASHBOARD}/${CLIENT_ID}/settings`],
  ['an older address', `${DASHBOARD}/applications/${CLIENT_ID}?tab=users`],
  ['an address without its scheme', `developer.spotify.com/dashboard/${CLIENT_ID}#top`],
])('a Client ID is found in %s', (_, text) => {
  expect(findClientId(text)).toBe(CLIENT_ID);
});

test.each([
  ['nothing', ''],
  ['a part of it', CLIENT_ID.slice(1)],
  ['more than it', `${CLIENT_ID}0`],
  ['another letter', `g${CLIENT_ID.slice(1)}`],
  ['the dashboard', DASHBOARD],
  ['another site', `https://developer.example/dashboard/${CLIENT_ID}`],
  ['another page of Spotify', `https://open.spotify.com/playlist/${CLIENT_ID}`],
  ['an address with a longer ID', `${DASHBOARD}/${CLIENT_ID}0`],
  ['an address within a text', `see ${DASHBOARD}/${CLIENT_ID}`],
])('no Client ID is found in %s', (_, text) => {
  expect(findClientId(text)).toBeUndefined();
});

test('a text may become a Client ID as long as no character is wrong and none too many', () => {
  const texts = ['', ' 0a', CLIENT_ID, 'x', `${CLIENT_ID}0`];
  expect(texts.map(mayBecomeClientId)).toEqual([true, true, true, false, false]);
});
