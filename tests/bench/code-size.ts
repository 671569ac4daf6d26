import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Sums the JavaScript and CSS among the files of a folder, each compressed with brotli at its highest level, in
 * bytes.
 */
export async function codeSize(folder: string, files: readonly string[]): Promise<number> {
  const bodies = await readCode(folder, files);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return bodies.reduce((sum, { body }) => sum + brotliCompressSync(body, options).length, 0);
}

/** Lists the files with code of the demo or its simulated server. */
export async function demoFiles(folder: string, files: readonly string[]): Promise<string[]> {
  const bodies = await readCode(folder, files);
  return bodies
    .filter(({ file, body }) => /demo|msw/i.test(file) || body.includes('[MSW]'))
    .map(({ file }) => file);
}

/** Texts found in the code of the export alone: in its file names, its zip, CSV and XSPF. */
const ONLY_IN_EXPORT = ['liner-notes-songs-', 'buffersAreUTF8', 'escapeFormulae', 'xspf.org'];

/** Sums the files with code of the export, as {@link codeSize} does. */
export async function exportSize(folder: string, files: readonly string[]): Promise<number> {
  const all = await readCode(folder, await readdir(folder, { recursive: true }));
  const missing = ONLY_IN_EXPORT.filter((text) => !all.some(({ body }) => body.includes(text)));
  if (missing.length > 0) throw new Error(`No code of the export holds ${missing.join(', ')}.`);
  const loaded = await readCode(folder, files);
  const carrying = loaded.filter(({ body }) => ONLY_IN_EXPORT.some((text) => body.includes(text)));
  return codeSize(
    folder,
    carrying.map(({ file }) => file),
  );
}

async function readCode(folder: string, files: readonly string[]) {
  const code = files.filter((file) => /\.(js|css)$/.test(file));
  return Promise.all(
    code.map(async (file) => ({ file, body: await readFile(join(folder, file)) })),
  );
}
