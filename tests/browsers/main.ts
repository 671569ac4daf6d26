import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../support/find-browser.ts';
import { findFirefox, hasWebKit } from '../support/find-engines.ts';

const HOW_TO_HELP_YOURSELF =
  'No Chromium was found and none could be installed: install Chrome or Chromium, or set CHROME_PATH to one, and run this again.';

/** What Debian needs for Firefox and for WebKit, which draws only on a screen, be it one in memory. */
const ENGINE_PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth', 'dbus'];

/** Finds or installs a Chromium, with `--all` the other engines too; gives the exit code. */
export function main(args: readonly string[]): number {
  try {
    if (args.includes('--all')) ensureEngines();
    console.log(`Browser for the tests: ${ensureBrowser()}`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** Installs Firefox and WebKit where one of them is missing and Debian has it. */
function ensureEngines(): void {
  if ((findFirefox() && hasWebKit()) || !isDebianRoot()) return;
  if (run('apt-get', ['update'])) install('--no-install-recommends', ...ENGINE_PACKAGES);
}

/** Returns the path of a Chromium, after installing one where none is found. */
function ensureBrowser(): string {
  const attempts = [
    () =>
      run('npx', ['playwright', 'install', 'chromium', ...(isDebianRoot() ? ['--with-deps'] : [])]),
    // The one without windows is not in every release.
    () =>
      isDebianRoot() &&
      run('apt-get', ['update']) &&
      (install('chromium', 'chromium-headless-shell') || install('chromium')),
  ];
  let browser = findBrowser();
  for (const attempt of attempts) {
    if (browser !== undefined) break;
    attempt();
    browser = findBrowser();
  }
  if (browser === undefined) throw new Error(HOW_TO_HELP_YOURSELF);
  return browser;
}

function isDebianRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function install(...packages: string[]): boolean {
  return run('apt-get', ['install', '-y', ...packages]);
}

function run(command: string, args: string[]): boolean {
  console.log(`A browser is missing; trying: ${command} ${args.join(' ')}`);
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', shell }).status === 0;
}
