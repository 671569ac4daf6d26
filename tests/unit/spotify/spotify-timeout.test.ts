import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { makeSpotifyClient } from '../../../src/spotify/client.ts';
import { makeGate, PROFILE, useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const network = useNetwork();
const { signal } = new AbortController();

test('an answer that does not come within 30 s is given up', async () => {
  const clock = makeTestClock();
  const gate = makeGate('get', PROFILE);
  network.use(
    gate.handler,
    http.get(PROFILE, () => HttpResponse.json({ id: 'ada' })),
  );
  const profile = makeSpotifyClient(openConnection({ clock })).profile(signal);
  await gate.reached;
  clock.advance(29_999);
  expect(clock.sleeping()).toBe(1);
  clock.advance(1);
  await expect(profile).rejects.toMatchObject({ kind: 'no-answer' });
  gate.open();
});

test('an answer in time leaves no timer behind', async () => {
  const clock = makeTestClock();
  network.use(http.get(PROFILE, () => HttpResponse.json({ id: 'ada' })));
  await makeSpotifyClient(openConnection({ clock })).profile(signal);
  expect(clock.sleeping()).toBe(0);
});

test('a request that its caller gives up fails with the reason of the caller', async () => {
  const gate = makeGate('get', PROFILE);
  network.use(gate.handler);
  const leaving = new AbortController();
  const profile = makeSpotifyClient(openConnection()).profile(leaving.signal);
  await gate.reached;
  leaving.abort(new Error('left the page'));
  await expect(profile).rejects.toThrow('left the page');
  gate.open();
});
