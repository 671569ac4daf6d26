import type { DemoLibrary } from '../../../src/demo/music/data.ts';
import { formatNumber } from '../../../src/words/number.ts';
import { eventually } from '../eventually.ts';
import { button, heading, SEARCH, TABLE } from '../places.ts';
import { formatPlaylists, statusIs, tableIsFull } from '../steps.ts';
import type { Tab } from '../tab.ts';
import type { Check } from '../world.ts';

const columnheader = (name: string) => ({ role: 'columnheader', name, within: TABLE });

/** The playlists in Spotify's order. */
const playlistsOf = ({ playlists }: DemoLibrary) => playlists.flatMap((playlist) => playlist ?? []);

/** Waits until the first rows of the table have these texts. */
async function firstRowsAre(
  tab: Tab,
  column: 'name' | 'tracks',
  wanted: readonly string[],
): Promise<void> {
  const read = async () => (await formatPlaylists(tab)).map((row) => row[column]);
  const isStart = (seen: readonly string[]) =>
    seen.length > 0 && seen.every((text, place) => text === wanted[place]);
  await eventually(`The first rows from ${wanted[0]} on`, read, isStart);
}

/** The search finds by an operator, stands in the address, and outlives a reload. */
async function search(tab: Tab, library: DemoLibrary): Promise<void> {
  const large = playlistsOf(library).filter(({ items }) => (items?.total ?? 0) > 100);
  await tab.click(SEARCH);
  await tab.type('tracks:>100');
  await statusIs(tab, `${large.length} of 120 playlists`);
  await firstRowsAre(
    tab,
    'name',
    large.map(({ name }) => name),
  );
  const query = async () => (await tab.address()).searchParams.get('q');
  await eventually('The search in the address', query, 'tracks:>100');
  await tab.reload();
  await statusIs(tab, `${large.length} of 120 playlists`);
  await tab.click(SEARCH);
  await tab.press('Escape');
  await tableIsFull(tab, 120);
}

/** A click sorts down, and the next one up. */
async function sort(tab: Tab, library: DemoLibrary): Promise<void> {
  const totals = playlistsOf(library).flatMap(({ items }) => items?.total ?? []);
  const ascending = totals.toSorted((one, two) => one - two).map(formatNumber);
  for (const [direction, wanted] of [
    ['descending', ascending.toReversed()],
    ['ascending', ascending],
  ] as const) {
    await tab.click(button('Songs', columnheader('Tracks')));
    const sorted = () =>
      tab.read(columnheader('Tracks'), ([head]) => head?.getAttribute('aria-sort'));
    await eventually('The order of the column', sorted, direction);
    await firstRowsAre(tab, 'tracks', wanted);
  }
}

/** Keys jump to the search and empty it. */
async function searchByKeys(tab: Tab): Promise<void> {
  const value = () =>
    tab.read(SEARCH, ([box]) =>
      box === document.activeElement && box instanceof HTMLInputElement ? box.value : 'no focus',
    );
  await tab.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await tab.press('/');
  await eventually('The search, which has the focus', value, '');
  await tab.type('a/b');
  await eventually('The search, which has the focus', value, 'a/b');
  await statusIs(tab, '0 of 120 playlists');
  await tab.press('Escape');
  await eventually('The search, which has the focus', value, '');
  await statusIs(tab, '120 playlists');
}

/** Keys move between the rows, and open the last one. */
async function openByKeys(tab: Tab, library: DemoLibrary): Promise<void> {
  const place = () =>
    tab.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') ?? 'no row');
  await tab.evaluate(() => document.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus());
  await eventually('The row with the focus', place, '2');
  for (const [key, row] of [
    ['ArrowDown', '3'],
    ['ArrowDown', '4'],
    ['ArrowUp', '3'],
    ['End', '121'],
  ] as const) {
    await tab.press(key);
    await eventually(`The row with the focus after ${key}`, place, row);
  }
  const last = playlistsOf(library).at(-1);
  await tab.press('Enter');
  await tab.sees(heading(last?.name ?? 'no name'));
  const path = async () => (await tab.address()).pathname;
  await eventually('The path', path, `/playlists/${last?.id}`);
  await tab.sees({ role: 'table', name: 'Tracks' });
}

export const TABLE_CHECKS: readonly Check[] = [
  {
    name: 'the search finds by operator and stands in the address, keys move and open, and a column sorts down and up',
    async run({ site, library, comeBack }) {
      const tab = await comeBack();
      await firstRowsAre(
        tab,
        'name',
        playlistsOf(library).map(({ name }) => name),
      );
      await search(tab, library);
      await searchByKeys(tab);
      await openByKeys(tab, library);
      await tab.open(`${site}playlists`);
      await tableIsFull(tab, 120);
      await sort(tab, library);
    },
  },
];
