import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { CLIENT, openBrowser, type Tab } from '../../support/unit/browser.ts';
import { TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const MINUTE = 60_000;

function begin({ session }: Tab): Promise<URL> {
  return session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
}

test.each([
  ['an hour after it began', 60 * MINUTE, 'refused'],
  ['a millisecond before that', 60 * MINUTE - 1, 'accepted'],
  ['12 minutes after it began, after a second factor and a mail', 12 * MINUTE, 'accepted'],
  ['after the clock was set back by 0.3 s', -300, 'accepted'],
  ['after the clock was set back by 2 minutes', -2 * MINUTE, 'accepted'],
  ['from the future, after the clock was set back by 5 minutes', -5 * MINUTE, 'refused'],
])('[row 19] a login that comes back %s is %s', async (_, shift, end) => {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser);
  const tab = browser.openTab();
  const request = await begin(tab);
  const state = request.searchParams.get('state') ?? '';
  network.use(
    http.post(TOKEN, () => HttpResponse.json({ access_token: 'a', token_type: 'Bearer' }), {
      once: true,
    }),
  );
  browser.clock.adjust(shift);
  const login = tab.session.completeLogin(new URLSearchParams({ code: 'c', state }));
  if (end === 'accepted') await expect(login).resolves.toBe('/playlists');
  else await expect(login).rejects.toMatchObject({ code: 'pending_login_too_old' });
  expect(countOf(spotify, 'token')).toBe(0);
});

test('[row 19] beginning a login sweeps out those that are too old', async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  const forgotten = (await begin(tab)).searchParams.get('state') ?? '';
  browser.clock.advance(60 * MINUTE + 1);
  await begin(tab);
  expect(await browser.pendingLogins.take(forgotten)).toBeUndefined();
});

test('[row 19] beginning a login sweeps out those of the future', async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  const ahead = (await begin(tab)).searchParams.get('state') ?? '';
  browser.clock.adjust(-365 * 24 * 60 * MINUTE);
  await begin(tab);
  expect(await browser.pendingLogins.take(ahead)).toBeUndefined();
});
