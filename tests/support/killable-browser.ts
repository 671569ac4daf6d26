import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

/** A Chromium with a profile on disk that can be killed, as by a power cut. */
export interface KillableBrowser {
  /** Its one context, with the storage and cache of the profile. */
  readonly context: BrowserContext;
  /** Kills all its processes at once, so that nothing more is written. */
  kill(): Promise<void>;
}

/** Starts a Chromium with the profile in a folder. */
export async function startKillableBrowser(
  profile: string,
  flags: readonly string[],
): Promise<KillableBrowser> {
  const child = spawn(
    findBrowser() ?? chromium.executablePath(),
    ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...flags],
    // A process group of its own, so that one signal ends all.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await debuggerAddressOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  return {
    context,
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

async function debuggerAddressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('the browser says nothing');
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) {
      stderr.resume();
      return address;
    }
  }
  throw new Error('the browser did not start');
}
