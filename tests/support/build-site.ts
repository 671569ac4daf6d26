import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The folder of the whole project. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The production build of the test command, with default settings. */
export const BUILT_SITE = join(PROJECT, 'dist');

const VITE = join(PROJECT, 'node_modules/vite/bin/vite.js');
const run = promisify(execFile);

/** Builds the app with these settings into a folder of its own; slow. */
export async function buildSite(settings: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liner-notes-site-'));
  const { BASE_PATH: _, VITE_SPOTIFY_CLIENT_ID: __, ...others } = process.env;
  const env = { ...others, NODE_ENV: 'production', ...settings };
  await run(process.execPath, [VITE, 'build', '--outDir', folder, '--logLevel', 'error'], {
    cwd: PROJECT,
    env,
  });
  return folder;
}
