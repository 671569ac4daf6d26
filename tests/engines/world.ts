import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoLibrary, makeLibrary } from '../../src/demo/music/data.ts';
import type { SimulatedSpotify } from '../../src/demo/simulated-spotify.ts';
import { BUILT_SITE } from '../support/build-site.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import { makeNetwork, type Network } from '../support/network.ts';
import { startPagesHost } from '../support/pages-host.ts';
import {
  answerOf,
  coverImage,
  IMAGE_HOSTS,
  simulateSpotify,
} from '../support/simulated-spotify.ts';
import { storeLogin } from '../support/stored-login.ts';
import type { EngineBrowser } from './engine.ts';
import { eventually } from './eventually.ts';
import { allIsKept, submitLogInForm, tableIsFull } from './steps.ts';
import { makeTab, type Tab } from './tab.ts';

/** One check: actions of a person and their expected results. */
export interface Check {
  readonly name: string;
  /** The library at Spotify; 120 playlists by default. */
  readonly library?: DemoLibrary;
  readonly run: (world: World) => Promise<void>;
}

/** A downloaded file, or one still being written. */
export interface SavedFile {
  readonly name: string;
  /** Its bytes so far. */
  read(): Buffer;
}

/** The environment of one check: the site at an origin of its own, and a Spotify of its own. */
export interface World {
  readonly site: string;
  readonly library: DemoLibrary;
  readonly spotify: SimulatedSpotify;
  readonly network: Network;
  newTab(): Promise<Tab>;
  /** Logs in with the form of the first page, in a new tab, and waits for the rows of the table. */
  logIn(): Promise<Tab>;
  /** Opens the table with a stored login, in a new tab, and waits for its rows. */
  comeBack(): Promise<Tab>;
  /** Returns the one file that an action downloads. */
  save(begin: () => Promise<void>): Promise<SavedFile>;
  /** Expects a console message; it must occur. */
  expectComplaint(pattern: RegExp): void;
}

/** Runs one check in an environment of its own; throws its failure, unexpected console messages included. */
export async function runInWorld(
  check: Check,
  browser: EngineBrowser,
  server: LoopbackServer,
): Promise<void> {
  // Another port is another origin: nothing stored or cached by one check reaches the next.
  const host = await startPagesHost(BUILT_SITE, '/');
  const library = check.library ?? makeLibrary({ playlists: 120 });
  const spotify = await simulateSpotify([`${host.url}callback`], { library });
  const network = makeNetwork(server);
  for (const name of ['accounts.spotify.com', 'api.spotify.com'])
    network.hosts.set(name, answerOf(spotify));
  for (const name of IMAGE_HOSTS) network.hosts.set(name, coverImage);
  const tabs: Tab[] = [];
  const expected: RegExp[] = [];
  const complaints: string[] = [];

  const world: World = {
    site: host.url,
    library,
    spotify,
    network,
    async newTab() {
      const tab = makeTab(await browser.newTab((complaint) => complaints.push(complaint)));
      tabs.push(tab);
      return tab;
    },
    async logIn() {
      const tab = await world.newTab();
      await tab.open(host.url);
      await submitLogInForm(tab);
      await tableIsFull(tab, library.playlists.length);
      await allIsKept(tab);
      return tab;
    },
    async comeBack() {
      const tab = await world.newTab();
      const goto = (path: string) => tab.open(new URL(path, host.url).href);
      await storeLogin({ evaluate: tab.evaluate, goto }, spotify, `${host.url}callback`);
      await tab.open(`${host.url}playlists`);
      await tableIsFull(tab, library.playlists.length);
      await allIsKept(tab);
      return tab;
    },
    save: (begin) => save(browser.downloads, begin),
    expectComplaint(pattern) {
      expected.push(pattern);
    },
  };

  try {
    await check.run(world);
  } finally {
    // A tab that cannot be closed ends with the browser, and hides no failure.
    await Promise.allSettled(tabs.map((tab) => tab.close()));
    await host.close();
  }
  const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
  const inVain = expected.filter((pattern) => !complaints.some((text) => pattern.test(text)));
  const all = [...unexpected, ...inVain.map((pattern) => `nothing that matches ${pattern}`)];
  if (all.length > 0) throw new Error(`Expected another console, heard ${all.join('; ')}`);
}

async function save(folder: string, begin: () => Promise<void>): Promise<SavedFile> {
  const files = () => readdirSync(folder).filter((name) => !/\.(part|wkdownload)$/.test(name));
  for (const file of files()) rmSync(join(folder, file));
  await begin();
  const [name = ''] = await eventually(
    'One file in the downloads',
    files,
    ({ length }) => length === 1,
  );
  return { name, read: () => readFileSync(join(folder, name)) };
}
