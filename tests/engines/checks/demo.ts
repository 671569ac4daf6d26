import { eventually } from '../eventually.ts';
import { ACCOUNT, all, button, CLIENT_ID_BOX, heading, link, TABLE } from '../places.ts';
import { statusIs } from '../steps.ts';
import type { Check } from '../world.ts';

const STRIP = { role: 'complementary', name: 'Demo' };
const PLAYLISTS_OF_DEMO = '140 playlists';

export const DEMO_CHECKS: readonly Check[] = [
  {
    name: 'the demo leads over its consent to 140 playlists, outlives a reload, and is left',
    async run({ site, network, newTab }) {
      const tab = await newTab();
      await tab.open(site);
      await tab.click(link('Try the demo'));
      await tab.sees(heading('Liner Notes wants to read your library'));
      await tab.click(button('Agree'));
      await statusIs(tab, PLAYLISTS_OF_DEMO);
      await tab.reload();
      await statusIs(tab, PLAYLISTS_OF_DEMO);
      const rows = () => tab.read(TABLE, ([table]) => table?.getAttribute('aria-rowcount'));
      // The header is a row too.
      await eventually('The rows of the table', rows, '141');
      await tab.click(button('Leave the demo'));
      await tab.sees(link('Try the demo'));
      for (const gone of [STRIP, ACCOUNT, all('table')]) await tab.sees(gone, 0);
      await tab.open(`${site}playlists`);
      await tab.sees(CLIENT_ID_BOX);
      await eventually('The requests to Spotify', () => network.requests.length, 0);
    },
  },
];
