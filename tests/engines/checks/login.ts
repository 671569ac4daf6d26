import { countOf } from '../../support/simulated-spotify.ts';
import { storedSession } from '../../support/stored.ts';
import { eventually } from '../eventually.ts';
import { ACCOUNT, all, button, heading, region } from '../places.ts';
import { statusIs } from '../steps.ts';
import type { Check } from '../world.ts';

const RESULT = region('Result');

export const LOGIN_CHECKS: readonly Check[] = [
  {
    name: 'a login at Spotify ends on the table of playlists, a reload keeps it, and “Refresh now” brings a new access token with one request',
    async run({ site, spotify, logIn }) {
      const tab = await logIn();
      await eventually('The path', async () => (await tab.address()).pathname, '/playlists');
      const steps = spotify.requests.map(({ step }) => step).slice(0, 2);
      await eventually('The first requests', () => steps, ['authorize', 'token']);
      await tab.reload();
      await statusIs(tab, '120 playlists');
      await tab.sees(ACCOUNT);
      await eventually('The logins', () => countOf(spotify, 'token'), 1);

      await tab.open(`${site}flow/result`);
      await tab.sees(heading('Login flow'));
      await tab.click(button('Reveal access token', RESULT));
      const before = await storedSession(tab);
      const shown = async () => (await tab.texts(all('code', RESULT))).join();
      await eventually('The token shown', shown, (text) => text.includes(before.accessToken));
      await tab.click(button('Refresh now'));
      await eventually('The token shown', shown, (text) => !text.includes(before.accessToken));
      const after = await storedSession(tab);
      await eventually('The token shown', shown, (text) => text.includes(after.accessToken));
      await eventually('The refreshes', () => countOf(spotify, 'refresh'), 1);
    },
  },
];
