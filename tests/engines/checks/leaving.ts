import { eventually } from '../eventually.ts';
import { all, button, heading } from '../places.ts';
import { allIsKept, tableIsFull } from '../steps.ts';
import type { Tab } from '../tab.ts';
import type { Check } from '../world.ts';

/** Twice: the second page comes from one that was itself held up. */
const TIMES = 2;

/** Shorter than the page's timeout of storage, in ms. */
const PAGE_LIMIT_MS = 4_500;

/**
 * Prolongs the page's next write of playlists to IndexedDB until the page is left, as on a slow disk, and leaves it
 * in the middle of that.
 */
function leaveInNextWrite(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...record) {
      if (!String(record[1]).startsWith('library:playlist:')) return put.apply(this, record);
      IDBObjectStore.prototype.put = put;
      // A transaction stays active as long as it has pending requests.
      const goOn = () => {
        const reading = this.getKey('nothing');
        reading.onsuccess = goOn;
        reading.onerror = (event) => event.preventDefault();
      };
      goOn();
      location.assign('/privacy');
      return put.apply(this, record);
    };
  });
}

/** Waits for a page without a storage error. */
async function comes(tab: Tab, title: string): Promise<void> {
  const words = () => tab.evaluate(() => document.querySelector('main')?.innerText ?? '');
  await eventually(`The page “${title}”`, words, (text) => text.startsWith(title), {
    limitMs: PAGE_LIMIT_MS,
    never: (text) => /doesn’t let this page store/.test(text),
  });
  await tab.sees(heading(title));
  await tab.sees(all('alert'), 0);
}

export const LEAVING_CHECKS: readonly Check[] = [
  {
    name: 'a page that is left while it writes holds up no later page',
    async run({ site, comeBack }) {
      const tab = await comeBack();
      for (let time = 0; time < TIMES; time += 1) {
        await allIsKept(tab);
        await tab.sees(button('Refresh'));
        await leaveInNextWrite(tab);
        await tab.click(button('Refresh'));
        await comes(tab, 'Privacy and storage');
        await tab.open(`${site}playlists`);
        await comes(tab, 'Playlists');
        await tableIsFull(tab, 120);
      }
    },
  },
];
