import { existsSync, readFileSync } from 'node:fs';

/** The scripts and style sheets that a page of the build names, and so loads before it is drawn. */
function filesOf(page) {
  const file = `dist/${page}.html`;
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build first`);
  return [...readFileSync(file, 'utf8').matchAll(/"\/(assets\/[^"]+)"/g)].map(
    ([, path]) => `dist/${path}`,
  );
}

/** The budgets of a first visit, in kB of brotli. */
export default [
  { name: 'Welcome page', path: filesOf('index'), limit: '48 kB' },
  {
    name: 'Login callback to the full table of playlists',
    path: [...new Set([...filesOf('callback'), ...filesOf('playlists')])],
    limit: '73 kB',
  },
];
