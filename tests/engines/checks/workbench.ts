import { eventually } from '../eventually.ts';
import { all, button, dialog, link, region, textbox } from '../places.ts';
import type { Target } from '../roles.ts';
import { statusIs } from '../steps.ts';
import type { Tab } from '../tab.ts';
import type { Check } from '../world.ts';

const ENDPOINT: Target = { role: 'combobox', name: 'Endpoint' };
const ANSWER = region('Answer');

async function choose(tab: Tab, words: string): Promise<void> {
  await tab.click(ENDPOINT);
  await tab.type(words);
  await tab.press('Enter');
}

/** Waits for an answer whose status holds this text. */
async function answerIs(tab: Tab, text: string): Promise<void> {
  const said = async () => (await tab.texts(all('status', ANSWER))).join('\n');
  await eventually('The status of the answer', said, (heard) => heard.includes(text));
}

export const WORKBENCH_CHECKS: readonly Check[] = [
  {
    name: 'in the demo the workbench sends a GET, copies its answer, gets a token, and writes after a second press',
    async run({ site, network, newTab }) {
      const tab = await newTab();
      await tab.open(site);
      await tab.click(link('Try the demo'));
      await tab.click(button('Agree'));
      await statusIs(tab, '140 playlists');
      await tab.open(`${site}api`);
      await choose(tab, 'your playlists own');
      await tab.click(button('Send'));
      await answerIs(tab, '200 OK');
      await tab.sees({ role: 'treeitem', name: /^total/, within: ANSWER });
      await tab.click(button('Copy body', ANSWER));
      const toasts = () => tab.evaluate(() => document.querySelector('.toasts')?.textContent ?? '');
      await eventually('The toast', toasts, (text) => text.includes('Body copied'));

      await choose(tab, 'post create');
      await tab.click(textbox(/^name/));
      await tab.type('Made by hand');
      await tab.click(button('Ask for them'));
      await tab.click(button('Agree'));
      await tab.sees(region('Token'));
      await tab.click(button('Send'));
      await tab.sees(dialog('Change something at Spotify?'));
      await tab.click(button('Send POST'));
      await answerIs(tab, '201 Created');
      await eventually('The requests to Spotify', () => network.requests.length, 0);
    },
  },
];
