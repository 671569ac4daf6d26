import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { findWebKitDriver, findXvfb, hasWebKit } from '../support/find-engines.ts';
import type { Engine, EngineBrowser, Key, NamedKey, TabDriver } from './engine.ts';
import { eventually, inTime } from './eventually.ts';
import { makeFolder, startProgram } from './leftovers.ts';
import { beginSession, isReady, type Send, type WebDriverSession } from './webdriver.ts';
import { type Answer, evaluate, look, type Outcome } from './webkit-page.ts';

/** WebKitGTK's MiniBrowser on a virtual screen, over WebDriver. */
export const webkit: Engine = {
  name: 'webkit',
  isInstalled: hasWebKit,
  start,
};

/** Timeout of a promise in a page, in ms; no evaluation takes long. */
const PROMISE_LIMIT_MS = 10_000;

/** Pause between two looks at a promise, in ms, in which the page itself can run. */
const LOOK_AGAIN_MS = 10;

/** Private-use characters for keys (W3C WebDriver, section 17.4.2). */
const KEYS: Readonly<Record<NamedKey, string>> = {
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
};

async function start(proxyPort: number): Promise<EngineBrowser> {
  const home = makeFolder();
  const downloads = join(home.thing, 'downloads');
  mkdirSync(downloads);
  writeFileSync(join(home.thing, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const screen = await startScreen();
  const port = await freePort();
  const service = startProgram(findWebKitDriver() ?? 'WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home.thing,
      XDG_CONFIG_HOME: home.thing,
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  await eventually('WebKitWebDriver answers', () => isReady(address), true);
  const session = await beginSession(address, {
    'webkitgtk:browserOptions': {
      args: ['--automation', `--proxy=http://127.0.0.1:${proxyPort}`, '--ignore-host=127.0.0.1'],
    },
  });

  return {
    name: `webkit ${session.version}`,
    downloads,
    newTab: async (complain) => makeDriver(session, await session.newWindow(), complain),
    async close() {
      await session.end();
      service.remove();
      screen.remove();
      home.remove();
    },
  };
}

/** Starts a virtual screen with a free display number. */
async function startScreen(): Promise<{ readonly display: string; remove(): void }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const { thing, remove } = startProgram(findXvfb() ?? 'Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = thing.stdio[3];
  if (!numbers) throw new Error('Xvfb has no pipe to tell its number');
  const [number] = await inTime('Xvfb tells its number', once(numbers, 'data'));
  return { display: `:${String(number).trim()}`, remove };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

function makeDriver(
  session: WebDriverSession,
  handle: string,
  complain: (complaint: string) => void,
): TabDriver {
  const send: Send = (...command) => session.inWindow(handle, (sendTo) => sendTo(...command));
  const execute = async (script: string) => {
    const body = { script: `return ${script}`, args: [] };
    const answer = (await send('POST', '/execute/sync', body)) as Answer;
    for (const complaint of answer.complaints) complain(complaint);
    return answer.outcome;
  };

  return {
    async goTo(url) {
      await send('POST', '/url', { url });
    },
    async run(expression) {
      const begun = await execute(`(${evaluate})(() => (${expression}))`);
      const outcome =
        begun === 'pending' ? await eventuallySettled(() => execute(`(${look})()`)) : begun;
      if ('thrown' in outcome) throw new Error(outcome.thrown);
      return outcome.value;
    },
    async clickOn(expression) {
      const found = await send('POST', '/execute/sync', {
        script: `return ${expression}`,
        args: [],
      });
      const [reference] = Object.values(Object(found));
      await send('POST', `/element/${reference}/click`);
    },
    async press(key: Key) {
      const value = key in KEYS ? KEYS[key as NamedKey] : key;
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      await send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async close() {
      // Read the last errors, which would be lost with the page.
      await execute(`(${evaluate})(() => null)`);
      await send('DELETE', '/window');
    },
  };
}

/** Polls a promise of the page, with a timeout for one that never settles. */
async function eventuallySettled(lookAgain: () => Promise<Outcome | 'pending'>): Promise<Outcome> {
  const end = Date.now() + PROMISE_LIMIT_MS;
  while (Date.now() < end) {
    const outcome = await lookAgain();
    if (outcome !== 'pending') return outcome;
    await systemClock.sleep(LOOK_AGAIN_MS);
  }
  throw new Error('a promise of the page does not settle');
}
