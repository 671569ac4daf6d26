import { expect, onTestFinished, test, vi } from 'vitest';
import { writeExportFile } from '../../../src/storage/export-files.ts';

const TEXT = 'Position,Title\r\n1,A Song\r\n';
const contentOf = () => new Blob([TEXT]).stream();

function useStorage(storage: unknown): void {
  vi.stubGlobal('navigator', { storage });
  onTestFinished(() => void vi.unstubAllGlobals());
}

test.each([
  ['without storage', undefined],
  ['without an origin private file system', {}],
  [
    'whose origin private file system is blocked',
    { getDirectory: () => Promise.reject(new DOMException('', 'SecurityError')) },
  ],
  [
    'that writes no file of it from a page',
    {
      getDirectory: async () => ({
        getDirectoryHandle: async () => ({ getFileHandle: async () => ({}) }),
      }),
    },
  ],
])('a browser %s gets the same file, from memory', async (_, storage) => {
  useStorage(storage);
  const { signal } = new AbortController();
  const file = await writeExportFile(contentOf(), 'tracks.csv', 'text/csv', signal);
  expect([file.name, file.type]).toEqual(['tracks.csv', 'text/csv']);
  expect(await file.text()).toBe(TEXT);
});

test('a file in memory that is cancelled is none', async () => {
  useStorage(undefined);
  const left = new AbortController();
  left.abort(new Error('cancelled'));
  const file = writeExportFile(contentOf(), 'tracks.csv', 'text/csv', left.signal);
  await expect(file).rejects.toThrow('cancelled');
});
