import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { QUIET_FLAGS, resolvingTo } from '../support/browser-flags.ts';
import { findBrowser } from '../support/find-browser.ts';
import { type PagesHost, startPagesHost } from '../support/pages-host.ts';
import { type BenchSpotify, startBenchSpotify } from './bench-spotify.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The environment of a measurement. */
export interface Stage {
  readonly browser: Browser;
  readonly spotify: BenchSpotify;
  /** Serves the build. */
  readonly app: PagesHost;
  /** Serves another build for comparison, where there is one. */
  readonly older: PagesHost | undefined;
  /** Serves the reference pages. */
  readonly reference: PagesHost;
}

/** Starts the environment for the build in a folder, and an older one where given, runs `use` in it, and stops it. */
export async function onStage(
  { dist, against }: { readonly dist: string; readonly against: string | undefined },
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const spotify = await startBenchSpotify();
    closing.push(spotify.close);
    spotify.reset({ playlists: 0 });
    const app = await startPagesHost(dist, '/');
    closing.push(app.close);
    const older = against === undefined ? undefined : await startPagesHost(against, '/');
    if (older) closing.push(older.close);
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    closing.push(() => rm(folder, { recursive: true }));
    await copyFile(join(HERE, 'reference.html'), join(folder, 'callback.html'));
    await copyFile(join(HERE, 'reference-export.html'), join(folder, 'export.html'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><link rel="icon" href="data:,"><title>Start</title>',
    );
    const reference = await startPagesHost(folder, '/');
    closing.push(reference.close);
    const browser = await chromium.launch(launchOptions(spotify.port));
    closing.push(() => browser.close());
    await use({ browser, spotify, app, older, reference });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function launchOptions(port: number) {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('No browser: run node tests/run.mjs browsers first.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...QUIET_FLAGS, ...sandbox, ...resolvingTo(port)] };
}
