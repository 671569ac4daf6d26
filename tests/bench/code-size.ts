import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Adds up the JavaScript and CSS among the files of a folder, each compressed with brotli at its best, in bytes. */
export async function codeSize(folder: string, files: readonly string[]): Promise<number> {
  const bodies = await readCode(folder, files);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return bodies.reduce((sum, { body }) => sum + brotliCompressSync(body, options).length, 0);
}

/** Lists the files that carry the demo or its simulated server. */
export async function demoFiles(folder: string, files: readonly string[]): Promise<string[]> {
  const bodies = await readCode(folder, files);
  return bodies
    .filter(({ file, body }) => /demo|msw/i.test(file) || body.includes('[MSW]'))
    .map(({ file }) => file);
}

async function readCode(folder: string, files: readonly string[]) {
  const code = files.filter((file) => /\.(js|css)$/.test(file));
  return Promise.all(
    code.map(async (file) => ({ file, body: await readFile(join(folder, file)) })),
  );
}
