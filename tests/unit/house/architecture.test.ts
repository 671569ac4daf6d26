import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const SOURCE = join(ROOT, 'src');
/** The floors: each may import itself and what stands before it. */
const ORDER =
  'library oauth spotify session storage lists services words ui table features app'.split(' ');
/** Rooms that every other room may import, each only those before it; no other room imports a sibling. */
const SHARED_ROOMS = ['login', 'export', 'edit'];
/** What single rooms may import beside the shared ones. */
const ROOM_NEEDS: Readonly<Record<string, readonly string[]>> = {
  backup: ['restore'],
};
/** Folders that know neither Solid, nor IndexedDB, nor msw. */
const PURE =
  /^(library|oauth|spotify|session|features\/(export\/formats|edit\/plan|restore\/readers|flow\/explain))(\/|$)/;
/** Files beside the floors that everybody may import. */
const LEAVES = ['clock.ts', 'config.ts', 'deployment.ts'];
/** The demo is an island: these reach it, and it reaches the shapes of the library alone. */
const REACHES_DEMO = ['app/demo-world.ts', 'features/lab'];
const IMPORT =
  /\b(?:import|export)\s+(type\s)?[^'"();]*?\bfrom\s*'([^']+)'|\bimport\s*(\(?)\s*'([^']+)'/g;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SOURCE, path), 'utf8') }));

const imports = files.flatMap(({ path, text }) =>
  [...text.matchAll(IMPORT)].map(([, type, from, parenthesis, loaded]) => {
    const name = from ?? loaded ?? '';
    const target = name.startsWith('.') ? relative('/', join('/', dirname(path), name)) : undefined;
    const kind = type ? 'type' : parenthesis ? 'dynamic' : 'static';
    return { path, name, target, kind };
  }),
);
/** The imports that lead from one file of ours to another. */
const own = imports.flatMap(({ target, ...rest }) => (target ? [{ ...rest, target }] : []));

/** The floor of a file, or nothing for the files beside the floors. */
function floorOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** The room of a file in `features`. */
function roomOf(path: string): string | undefined {
  return floorOf(path) === 'features' ? path.split('/')[1] : undefined;
}

function mayImport(from: string, target: string): boolean {
  if (LEAVES.includes(target) || from === 'main.tsx') return true;
  const floor = floorOf(from);
  if (floor === 'demo')
    return (
      ['demo', 'library'].includes(floorOf(target)) || /^words\/(all-)?scopes\.ts$/.test(target)
    );
  if (floorOf(target) === 'demo') return REACHES_DEMO.some((each) => from.startsWith(each));
  const place = ORDER.indexOf(floorOf(target));
  if (place < 0 || place > ORDER.indexOf(floor)) return false;
  return floor !== 'features' || mayVisit(roomOf(from) ?? '', roomOf(target));
}

/** Whether a room may import another one. */
function mayVisit(from: string, target: string | undefined): boolean {
  if (target === undefined || from === target) return true;
  if (ROOM_NEEDS[from]?.includes(target)) return true;
  const place = SHARED_ROOMS.indexOf(target);
  const own = SHARED_ROOMS.indexOf(from);
  return place >= 0 && (own < 0 || place < own);
}

function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Gives one circle of static imports as the files along it, or nothing. */
function circle(): readonly string[] {
  const next = grouped(
    own.filter(({ kind }) => kind === 'static'),
    ({ path }) => path,
  );
  const done = new Set<string>();
  function visit(path: string, way: readonly string[]): readonly string[] {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { target } of next.get(path) ?? []) {
      const found = visit(target, [...way, path]);
      if (found.length > 0) return found;
    }
    done.add(path);
    return [];
  }
  return files.flatMap(({ path }) => visit(path, []));
}

test('every file has its place, and every import is seen', () => {
  const floors = new Set(files.map(({ path }) => floorOf(path)));
  expect([...ORDER, 'demo', '']).toEqual(expect.arrayContaining([...floors]));
  const beside = files.filter(({ path }) => floorOf(path) === '').map(({ path }) => path);
  expect(beside.sort()).toEqual([...LEAVES, 'main.tsx'].sort());
  const mentions = files.flatMap(({ text }) => text.match(/^import\s|\bimport\(/gm) ?? []);
  expect(imports.length).toBeGreaterThanOrEqual(mentions.length);
});

test('imports point down, and rooms visit only the shared ones', () => {
  const wrong = own.filter(({ path, target }) => !mayImport(path, target));
  expect(wrong.map(({ path, target }) => `${path} -> ${target}`)).toEqual([]);
});

test('no import leads in a circle', () => {
  expect(circle()).toEqual([]);
});

test('clock, configuration and deployment import nothing', () => {
  expect(imports.filter(({ path }) => LEAVES.includes(path))).toEqual([]);
});

test('the demo is reached by one dynamic import', () => {
  const starting = own.filter(
    ({ path, target, kind }) =>
      target.startsWith('demo/') && !path.startsWith('demo/') && kind !== 'type',
  );
  expect(starting.map(({ path, kind }) => [path, kind])).toEqual([
    ['app/demo-world.ts', 'dynamic'],
  ]);
});

test('the pure folders know neither user interface, nor database, nor simulated network', () => {
  const outside = imports.filter(({ name }) => /^(solid-js|@solidjs|idb-keyval|msw)/.test(name));
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.filter(({ path }) => PURE.test(path))).toEqual([]);
});

test('little loads late, in few files and folders of a size to read', () => {
  const late = own
    .filter(({ kind }) => kind === 'dynamic')
    .map(({ path, name }) => `${path} -> ${name}`);
  expect(late.length, late.join('\n')).toBeLessThanOrEqual(45);
  expect(files.length).toBeLessThanOrEqual(550);
  const all = readdirSync(SOURCE, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const folders = grouped(all, ({ parentPath }) => relative(SOURCE, parentPath));
  expect([...folders].filter(([, each]) => each.length > 35).map(([folder]) => folder)).toEqual([]);
  expect(files.filter(({ path }) => /-(props|types)\.tsx?$/.test(path))).toEqual([]);
});

/**
 * What a module keeps between calls: variables, and collections that begin empty. A constant is a collection that is
 * built from literals in one go, and that its file changes nowhere.
 */
const MODULE_STATE = [
  /^(?:export )?(?:let|var) (\w+)/gm,
  /^(?:export )?const (\w+)[^;=]*=\s*(?:\[\]|\{\}|new (?:Weak)?(?:Map|Set)(?:<[^;]*?>)?\(\s*\));/gm,
  /^(?:export )?const (?:\[)?(\w+)[^;=]*=\s*(?:createSignal|createStore|new (?:AbortController|BroadcastChannel))\b/gm,
];
const COLLECTION = /^(?:export )?const (\w+)[^;=]*=\s*(?:\[|\{|new (?:Map|Set)\b)/gm;

function stateOf(text: string): readonly string[] {
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');
  const isChanged = (name: string) =>
    new RegExp(
      `\\b${name}(\\.(set|add|delete|clear|push|splice|sort)\\(|\\[[^\\]]+\\] [^=]?= )`,
    ).test(text);
  return [...MODULE_STATE.flatMap(named), ...named(COLLECTION).filter(isChanged)];
}

test('no module has a state, only constants', () => {
  expect(stateOf('let found = 0;')).toEqual(['found']);
  expect(stateOf('const made = new WeakMap<A, () => B>();')).toEqual(['made']);
  expect(stateOf("const KINDS = new Set(['a']);")).toEqual([]);
  expect(stateOf("const kinds = new Set(['a']);\nkinds.add('b');")).toEqual(['kinds']);
  const found = files.map(({ path, text }) => ({ path, names: stateOf(text) }));
  expect(found.filter(({ names }) => names.length > 0)).toEqual([]);
});

test('each style sheet stands in the layer of its floor', () => {
  const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => ({ path, text: readFileSync(join(SOURCE, path), 'utf8') }));
  const base = sheets.find(({ path }) => path === 'app/app.css');
  expect(base?.text).toContain('\n@layer base, ui, feature;\n');
  const layerOf = (path: string) =>
    path === base?.path ? 'base' : ['ui', 'table'].includes(floorOf(path)) ? 'ui' : 'feature';
  const outside = ({ path, text }: (typeof sheets)[number]) =>
    !new RegExp(
      `^(/\\*.*\\*/\n@layer base, ui, feature;\n\n)?@layer ${layerOf(path)} \\{\n(\n|  .*\n)*\\}\n$`,
    ).test(text);
  expect(sheets.length).toBeGreaterThan(20);
  expect(sheets.filter(outside).map(({ path }) => path)).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const paths = ['src', 'tests', '.build'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|css|mjs)$/.test(path))
      .map((path) => join(folder, path)),
  );
  const linesOf = (path: string) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n');
  expect(paths).toEqual(expect.arrayContaining(['src/app/app.css', '.build/policy.ts']));
  expect(paths.filter((path) => linesOf(path).length > 300)).toEqual([]);
});

test.each([
  ['row 3', 'guessable numbers', /Math\.random/],
  ['row 11', 'popups', /window\.open/],
  ['row 12', 'client secrets', /client_secret|Authorization: Basic/],
  ['row 50', 'markup made of text', /innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
  ['row 55', 'cookies', /document\.cookie/],
  ['row 57', 'keys beside what they lock', /subtle\.(encrypt|generateKey|importKey)|CryptoKey/],
  ['row 60', 'service workers of its own', /serviceWorker\??\.register\b/],
])('[%s] the source knows no %s', (_row, _what, pattern) => {
  expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test('[row 55] localStorage keeps what the page looks like and nothing else', () => {
  const naming = files.filter(({ text }) => /localStorage/.test(text)).map(({ path }) => path);
  expect(naming.sort()).toEqual([
    // Tells people so.
    'app/privacy/stored-kinds.ts',
    // Hides a blocked localStorage from msw, and uses none itself.
    'demo/hide-blocked-storage.ts',
    // Lists all that is stored, and stores nothing itself.
    'storage/keys.ts',
    'storage/side-column.ts',
    'storage/theme.ts',
  ]);
  const textOf = (name: string) => files.find(({ path }) => path === name)?.text ?? '';
  const kept = (name: string) =>
    [...textOf(name).matchAll(/localStorage\.\w+\([^)]*\)/g)].map(([use]) => use).sort();
  expect(kept('storage/theme.ts')).toEqual([
    'localStorage.getItem(THEME_KEY)',
    'localStorage.removeItem(THEME_KEY)',
    'localStorage.setItem(THEME_KEY, theme)',
  ]);
  expect(kept('storage/side-column.ts')).toEqual([
    'localStorage.getItem(KEY)',
    'localStorage.removeItem(KEY)',
    "localStorage.setItem(KEY, 'collapsed')",
  ]);
  expect(textOf('storage/theme.ts') + textOf('storage/side-column.ts')).not.toMatch(
    /session|token/i,
  );
  expect(textOf('storage/keys.ts')).not.toMatch(/localStorage[.[]/);
});

test('a resource is read through `settled`, so that it never suspends its page', () => {
  const reading = files.filter(({ text }) => text.includes('createResource('));
  expect(reading.length).toBeGreaterThan(3);
  expect(reading.filter(({ text }) => !text.includes('settled(')).map(({ path }) => path)).toEqual(
    [],
  );
});
