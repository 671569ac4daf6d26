import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_SITE } from './build-site.ts';

/** Tells whether an address is that of some scripts of the build, in the form that `page.route` takes. */
export type ScriptMatcher = (url: URL) => boolean;

/** A text found in the demo's scripts alone: msw prefixes its messages with it. */
const DEMO_TEXT = '[MSW]';

/**
 * Finds scripts of the build by a text that only the wanted part of the app has, because the bundler chooses the
 * file names. @throws Error where no script has the text.
 */
export function scriptsWith(text: string): ScriptMatcher {
  const folder = join(BUILT_SITE, 'assets');
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.js') && readFileSync(join(folder, name), 'utf8').includes(text),
  );
  if (names.length === 0) throw new Error(`no script of the build holds “${text}”`);
  const paths = new Set(names.map((name) => `/assets/${name}`));
  return ({ pathname }) => paths.has(pathname);
}

/** Path of the entry script of every page. */
export function firstScript(): string {
  const page = readFileSync(join(BUILT_SITE, 'index.html'), 'utf8');
  const path = /<script[^>]* type="module"[^>]* src="([^"]*)"/.exec(page)?.[1];
  if (path === undefined) throw new Error('no page of the build begins with a script');
  return path;
}

/** Matches the entry script of every page. */
export const isFirstScript: ScriptMatcher = ({ pathname }) => pathname === firstScript();

/** Matches every other script. */
export const isLaterScript: ScriptMatcher = (url) =>
  url.pathname.endsWith('.js') && !isFirstScript(url);

/** Whether a script's text is part of the simulated Spotify, which only the demo loads. */
export function isOfDemo(text: string): boolean {
  return text.includes(DEMO_TEXT);
}

/** Matches the scripts of the simulated Spotify. */
export const demoScripts = (): ScriptMatcher => scriptsWith(DEMO_TEXT);
