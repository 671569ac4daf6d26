import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../src');
/** Each folder may import itself and what stands before it; files beside the folders may import all. */
const ORDER = 'library oauth spotify export inspector session storage state ui views'.split(' ');
const FOR_EVERYONE = ['clock.ts', 'config.ts'];
const INNER = ORDER.slice(0, ORDER.indexOf('storage'));

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path,
    folder: folderOf(path),
    text: readFileSync(join(SOURCE, path), 'utf8'),
  }));

/** Every import of the source, static or dynamic, with what it reaches inside `src`. */
const imports = files.flatMap(({ path, folder, text }) =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*(\(?)\s*'([^']+)'/g)].map(([, isDynamic, name = '']) => {
    const target = name.startsWith('.')
      ? relative(SOURCE, join(SOURCE, dirname(path), name))
      : undefined;
    return { path, folder, name, target, isDynamic: isDynamic === '(' };
  }),
);

/** The folder right below `src`, or the empty text for the files beside the folders. */
function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** Whether a file of one folder may import a file. */
function mayImport(from: string, target: string): boolean {
  if (FOR_EVERYONE.includes(target)) return true;
  if (from === 'demo') return ['demo', 'library'].includes(folderOf(target));
  const place = ORDER.indexOf(folderOf(target));
  return from === ''
    ? place >= 0 || folderOf(target) === ''
    : place >= 0 && place <= ORDER.indexOf(from);
}

test('every folder has its place in the order of imports', () => {
  const folders = new Set(files.map((file) => file.folder).filter(Boolean));
  expect(ORDER).toEqual(expect.arrayContaining([...folders].filter((name) => name !== 'demo')));
  expect(imports.length).toBeGreaterThan(100);
});

test('imports point one way', () => {
  const wrong = imports.filter(
    ({ path, folder, target }) =>
      target !== undefined &&
      !mayImport(folder, target) &&
      !(path === 'main.tsx' && folderOf(target) === 'demo'),
  );
  expect(wrong).toEqual([]);
});

test('the clock and the configuration import nothing', () => {
  expect(imports.filter(({ path }) => FOR_EVERYONE.includes(path))).toEqual([]);
});

test('the demo is reached by one dynamic import, in main.tsx', () => {
  const reaching = imports.filter(
    ({ folder, target }) =>
      folder !== 'demo' && target !== undefined && folderOf(target) === 'demo',
  );
  expect(reaching).toEqual([expect.objectContaining({ path: 'main.tsx', isDynamic: true })]);
});

test('the inner folders know neither the user interface, nor the database, nor the simulated network', () => {
  const inner = imports.filter(({ folder }) => INNER.includes(folder));
  expect(inner.filter(({ name }) => /^(solid-js|@solidjs|idb-keyval|msw)/.test(name))).toEqual([]);
});

test('no file is longer than 200 lines', () => {
  const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 200);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test.each([
  ['row 3', 'guessable numbers', /Math\.random/],
  ['row 11', 'popups', /window\.open|\bopen\(\s*['"`]/],
  ['row 12', 'client secrets', /client_secret|Authorization: Basic/],
  ['row 50', 'markup made of text', /innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
  ['row 55', 'stores that keep tokens in plain reach', /localStorage|document\.cookie/],
  ['row 60', 'service workers', /serviceWorker/],
])('[%s] the source knows no %s', (_row, _what, pattern) => {
  expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});
