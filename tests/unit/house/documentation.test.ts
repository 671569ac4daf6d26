import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
/** The pages about the code as it is; decisions and changes are history. */
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, '.github'))
    .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map((name) => `.github/${name}`),
].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

const sources = ['src', '.build'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path),
  ),
);

/** Tells whether a path, or the end of one, names a file or folder of the repository. */
function isThere(name: string): boolean {
  if (existsSync(join(ROOT, name))) return true;
  return sources.some((path) => `${path}/`.endsWith(`/${name.replace(/\/$/, '')}/`));
}

test('every file and folder that the documentation names is there', () => {
  const named = PAGES.flatMap(({ path, text }) =>
    [...text.matchAll(/`([\w./-]+(?:\.(?:tsx?|mjs)|\/[\w-]+))`/g)].map(([, name = '']) => ({
      path,
      name,
    })),
  ).filter(({ name }) => /\.(tsx?|mjs)$|^(src|tests|\.build|features)\//.test(name));
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(({ name }) => !isThere(name));
  expect(missing.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test('every link of the documentation leads to a file', () => {
  const links = PAGES.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:\]\(|(?:src|srcset)=")(?!https?:)([^)"#]+)/g)].map(([, to = '']) =>
      join(dirname(path), to),
    ),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});

test('the README stays short, and gives a reason for each dependency', () => {
  const text = PAGES.find(({ path }) => path === 'README.md')?.text ?? '';
  expect(text.split('\n').length).toBeLessThanOrEqual(220);
  const about: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const packages = Object.keys({ ...about['dependencies'], ...about['devDependencies'] });
  const reasons = [...text.matchAll(/^\| ([^|]+?) +\| .+ \|$/gm)].flatMap(([, cell = '']) =>
    cell.split(', '),
  );
  expect(packages.length).toBeGreaterThan(20);
  expect(packages.filter((name) => !reasons.includes(name))).toEqual([]);
  expect(text).toContain('npm ci && npm test');
});
