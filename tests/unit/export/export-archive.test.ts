import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileOf, type TextFile, zipOf } from '../../../src/features/export/job/archive.ts';
import { makeFileNames } from '../../../src/features/export/job/file-names.ts';
import { anyText, EXPORTED_AT, whole } from './exported-rows.ts';

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

test('any files in a zip are read back by another library', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText)), async (given) => {
      const names = makeFileNames();
      const files = given.map(([name, text]) => ({ name: names.next(name, 'txt'), text }));
      const entries = unzipSync(await bytesOf(zipOf(each(files), EXPORTED_AT)));
      const read = Object.entries(entries).map(([name, bytes]) => [
        name,
        Buffer.from(bytes).toString('utf8'),
      ]);
      expect(read).toEqual(files.map(({ name, text }) => [name, whole(text)]));
    }),
  );
});

test('a file is asked for when the one before it is through, so that few are in memory', async () => {
  let asked = 0;
  async function* many(): AsyncGenerator<TextFile> {
    for (; asked < 100; asked += 1) yield { name: `${asked}.txt`, text: 'x'.repeat(100_000) };
  }
  const reader = zipOf(many(), EXPORTED_AT).getReader();
  for (let chunks = 0; chunks < 6; chunks += 1) await reader.read();
  expect(asked).toBeLessThan(6);
  await reader.cancel().catch(() => undefined);
});

test('pieces of text become one file in UTF-8', async () => {
  const pieces = ['\uFEFFa', 'é', '', '🌊\n'];
  const bytes = await bytesOf(fileOf(each(pieces)));
  expect(Buffer.from(bytes).toString('utf8')).toBe(pieces.join(''));
});
