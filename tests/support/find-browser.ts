import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// Debian's headless shell is first: the same engine, with a fifth less work in each test.
const COMMANDS = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS_PLACES = [
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Finds an installed Chromium or Chrome: the one CHROME_PATH names, Playwright's own, or one in a usual place. */
export function findBrowser(): string | undefined {
  return candidates().find(isExecutable);
}

/** Finds the first installed program of a list: by path, or by name on PATH. */
export function findProgram(
  commands: readonly string[],
  places: readonly (string | undefined)[] = [],
): string | undefined {
  const named = places.filter((place) => place !== undefined);
  return [...named, ...onPath(commands)].find(isExecutable);
}

function candidates(): string[] {
  const named = process.env['CHROME_PATH'];
  return [
    ...(named === undefined ? [] : [named]),
    chromium.executablePath(),
    ...onPath(COMMANDS),
    ...(process.platform === 'darwin' ? MAC_PLACES : []),
    ...(process.platform === 'win32' ? [...WINDOWS_PLACES, ...chromeOfThisUser()] : []),
  ];
}

function onPath(commands: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => commands.map((command) => join(folder, command)));
}

function chromeOfThisUser(): string[] {
  const appData = process.env['LOCALAPPDATA'];
  return appData === undefined ? [] : [join(appData, 'Google\\Chrome\\Application\\chrome.exe')];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
