import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../../src');

/** Words that any component might use, so that only the one of that name may use them without a prefix. */
const GENERIC =
  'body box card code content field fields fold footer header hint history item label line list panel row section status text title wrap'.split(
    ' ',
  );
const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path, css: readFileSync(join(SOURCE, path), 'utf8') }))
  .map((sheet) => ({ ...sheet, classes: classesOf(sheet.css) }));

/** Gives the classes that the selectors of a style sheet name. */
function classesOf(css: string): readonly string[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '').replace(/"[^"]*"/g, '');
  const selectors = [...bare.matchAll(/([^{};]*)\{/g)].map(([, selector]) => selector ?? '');
  return selectors.flatMap((selector) =>
    [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name ?? ''),
  );
}

test('no style sheet has a class of a generic name, so that each class tells its component', () => {
  const found = sheets.flatMap(({ path, classes }) =>
    classes
      .filter((name) => GENERIC.includes(name) && !path.endsWith(`/${name}.css`))
      .map((name) => `${path}: .${name}`),
  );
  expect(found).toEqual([]);
});

test('no class is styled in two rooms, so that a room changes alone', () => {
  const rooms = new Map<string, Set<string>>();
  for (const { path, classes } of sheets) {
    const [floor, room] = path.split('/');
    if (floor !== 'features' || room === undefined) continue;
    for (const name of classes) rooms.set(name, (rooms.get(name) ?? new Set()).add(room));
  }
  const below = new Set(
    sheets.filter(({ path }) => !path.startsWith('features/')).flatMap(({ classes }) => classes),
  );
  const shared = [...rooms]
    .filter(([name, { size }]) => size > 1 && !below.has(name) && !name.startsWith('cell-'))
    .map(([name, inRooms]) => `.${name}: ${[...inRooms].join(', ')}`);
  expect(shared).toEqual([]);
});

/** Gives the arguments of `:has()`, with one level of parentheses inside. */
function hasArgumentsOf(css: string): readonly string[] {
  return [...css.matchAll(/:has\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, inner]) => inner ?? '');
}

test('each :has() names what it looks for, so that no other element that is added styles a page again', () => {
  const found = sheets.flatMap(({ path, css }) =>
    hasArgumentsOf(css)
      .filter((inner) => /:not\(|(^|[\s>~+,])[:*]/.test(inner))
      .map((inner) => `${path}: :has(${inner})`),
  );
  expect(found).toEqual([]);
});

test('no rule goes on from a :has() to whatever is inside, so that a row that is added styles no other', () => {
  const found = sheets.flatMap(({ path, css }) =>
    [...css.matchAll(/:has\([^{;]*\)[^{;,]*[\s>]\*\s*\{/g)].map(([rule]) => `${path}: ${rule}`),
  );
  expect(found).toEqual([]);
});
