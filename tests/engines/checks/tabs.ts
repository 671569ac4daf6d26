import { holdAnswers } from '../../support/hold-answers.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { forgetLists, putStored, storedSession } from '../../support/stored.ts';
import { eventually } from '../eventually.ts';
import { ACCOUNT, CLIENT_ID_BOX, TABLE } from '../places.ts';
import { logOut, statusIs, tableIsFull } from '../steps.ts';
import type { Check } from '../world.ts';

const HOUR_MS = 3_600_000;

export const TABS_CHECKS: readonly Check[] = [
  {
    name: 'two tabs whose token has ended make one refresh, a log-out reaches both, and Back shows neither rows nor a name',
    async run({ site, spotify, network, newTab, comeBack }) {
      const tab = await comeBack();
      // A document of this origin without scripts, so that no page requests a token meanwhile.
      await tab.open(`${site}robots.txt`);
      const session = await storedSession(tab);
      const issuedAt = session.issuedAt - 2 * HOUR_MS;
      const expiresAt = session.expiresAt - 2 * HOUR_MS;
      await putStored(tab, 'session', { ...session, issuedAt, expiresAt });
      await forgetLists(tab);
      const held = holdAnswers(network, /\/api\/token$/);
      const other = await newTab();
      await tab.open(`${site}playlists`);
      await other.open(`${site}playlists`);
      const waiting = () =>
        tab.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);
      await eventually('The tabs that wait for the lock', waiting, 1);
      held.letAllPass();
      for (const each of [tab, other]) await statusIs(each, '120 playlists');
      await eventually('The refreshes', () => countOf(spotify, 'refresh'), 1);

      await tab.open(`${site}flow`);
      await tab.sees(ACCOUNT);
      await tab.open(`${site}playlists`);
      for (const each of [tab, other]) await tableIsFull(each, 120);
      await logOut(tab);
      await other.sees(CLIENT_ID_BOX);
      await tab.back();
      for (const each of [tab, other]) {
        await each.sees(CLIENT_ID_BOX);
        await each.sees(TABLE, 0);
        await each.sees(ACCOUNT, 0);
        const text = () => each.evaluate(() => document.body.innerText);
        const { displayName } = spotify.user;
        await eventually('The words of the page', text, (words) => !words.includes(displayName));
      }
    },
  },
];
