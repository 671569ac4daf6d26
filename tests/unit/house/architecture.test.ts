import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = join(ROOT, 'src');
/** Each folder may import itself and what stands before it; the files beside the folders may import all. */
const ORDER = 'library oauth spotify export inspector session storage state ui views lab'.split(
  ' ',
);
const INNER = ORDER.slice(0, ORDER.indexOf('storage'));
const FOR_EVERYONE = ['clock.ts', 'config.ts', 'scopes.ts'];
/** What the build knows of the place it is for: no concern of the inner folders, nor of the demo. */
const FOR_OUTER = ['deployment.ts'];
const IMPORT =
  /\b(?:import|export)\s+(type\s)?[^'"();]*?\bfrom\s*'([^']+)'|\bimport\s*(\(?)\s*'([^']+)'/g;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path,
    folder: folderOf(path),
    text: readFileSync(join(SOURCE, path), 'utf8'),
  }));

const imports = files.flatMap(({ path, folder, text }) =>
  [...text.matchAll(IMPORT)].map(([, type, from, parenthesis, loaded]) => {
    const name = from ?? loaded ?? '';
    const target = name.startsWith('.') ? relative('/', join('/', dirname(path), name)) : undefined;
    const kind = type ? 'type' : parenthesis ? 'dynamic' : 'static';
    return { path, folder, name, target, kind };
  }),
);
/** The imports that lead from one file of ours to another. */
const own = imports.flatMap(({ target, ...rest }) => (target ? [{ ...rest, target }] : []));

/** The folder right below `src`; nothing for the files beside the folders. */
function folderOf(path: string): string {
  return path.split('/').slice(0, -1)[0] ?? '';
}

function mayImport(from: string, target: string): boolean {
  if (from === '' || FOR_EVERYONE.includes(target)) return true;
  if (from === 'demo') return ['demo', 'library'].includes(folderOf(target));
  if (FOR_OUTER.includes(target)) return !INNER.includes(from);
  const place = ORDER.indexOf(folderOf(target));
  return place >= 0 && place <= ORDER.indexOf(from);
}

test('every folder has its place, and every import is seen', () => {
  const folders = new Set(files.map(({ folder }) => folder).filter((name) => name !== ''));
  expect([...ORDER, 'demo']).toEqual(expect.arrayContaining([...folders]));
  const mentions = files.flatMap(({ text }) => text.match(/^import\s|\bimport\(/gm) ?? []);
  expect(imports.length).toBeGreaterThanOrEqual(mentions.length);
});

test('imports point one way', () => {
  // The lab is given its simulated Spotify, and knows of it no more than the types.
  const isOfLab = ({ folder, target, kind }: (typeof own)[number]) =>
    folder === 'lab' && folderOf(target) === 'demo' && kind === 'type';
  const wrong = own.filter((each) => !mayImport(each.folder, each.target) && !isOfLab(each));
  expect(wrong).toEqual([]);
});

test('clock, configuration and deployment import nothing else', () => {
  const leaves = [...FOR_EVERYONE, ...FOR_OUTER];
  const named = own.filter(({ path, target }) => path === 'scopes.ts' && target === 'config.ts');
  expect(named).toHaveLength(1);
  expect(imports.filter(({ path }) => leaves.includes(path))).toHaveLength(1);
});

test('the demo is started in one file, which main.tsx reaches by one dynamic import', () => {
  const reaching = own.filter(
    ({ folder, target, kind }) =>
      folder !== 'demo' && folderOf(target) === 'demo' && kind !== 'type',
  );
  expect(reaching.map(({ path }) => path)).toEqual(['start-demo.ts']);
  const starting = own.filter(({ target, kind }) => target === 'start-demo.ts' && kind !== 'type');
  expect(starting.map(({ path, kind }) => [path, kind])).toEqual([['main.tsx', 'dynamic']]);
});

test('the inner folders know neither user interface, nor database, nor simulated network', () => {
  const outside = imports.filter(({ name }) => /^(solid-js|@solidjs|idb-keyval|msw)/.test(name));
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.filter(({ folder }) => INNER.includes(folder))).toEqual([]);
});

test('no file is longer than 200 lines', () => {
  const paths = ['src', 'tests', '.build'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|css|mjs)$/.test(path))
      .map((path) => join(folder, path)),
  );
  const linesOf = (path: string) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n');
  expect(paths).toEqual(expect.arrayContaining(['src/app/app.css', 'tests/bench/run.mjs']));
  expect(paths.filter((path) => linesOf(path).length > 200)).toEqual([]);
});

test.each([
  ['row 3', 'guessable numbers', /Math\.random/],
  ['row 11', 'popups', /window\.open/],
  ['row 12', 'client secrets', /client_secret|Authorization: Basic/],
  ['row 50', 'markup made of text', /innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
  ['row 55', 'cookies', /document\.cookie/],
  ['row 57', 'keys beside what they lock', /subtle\.(encrypt|generateKey|importKey)|CryptoKey/],
  ['row 60', 'service workers of its own', /\.register\b/],
])('[%s] the source knows no %s', (_row, _what, pattern) => {
  expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test('[row 55] localStorage keeps the theme and nothing else', () => {
  const naming = files.filter(({ text }) => /localStorage/.test(text)).map(({ path }) => path);
  expect(naming.sort()).toEqual([
    // Hides a blocked localStorage from msw, and uses none itself.
    'demo/hide-blocked-storage.ts',
    'storage/theme.ts',
    // Tells people so.
    'views/privacy-facts.ts',
  ]);
  const theme = files.find(({ path }) => path === 'storage/theme.ts')?.text ?? '';
  const kept = [...theme.matchAll(/localStorage\.\w+\([^)]*\)/g)].map(([use]) => use);
  expect(kept).toEqual([
    'localStorage.getItem(KEY)',
    'localStorage.removeItem(KEY)',
    'localStorage.setItem(KEY, theme)',
  ]);
  expect(theme).not.toMatch(/session|token/i);
});
