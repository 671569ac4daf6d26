import { expect, onTestFinished, test, vi } from 'vitest';
import { sweepExportFiles, writeExportFile } from '../../../src/storage/export-files.ts';
import { EXPORT_FILE_LIFE_MS } from '../../../src/storage/keys.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

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

test('files of exports stay until a browser has had time to save them, and none of the future stays', async () => {
  class StoredFile {
    readonly lastModified: number;
    constructor(lastModified: number) {
      this.lastModified = lastModified;
    }
    getFile = async () => this;
  }
  vi.stubGlobal('FileSystemFileHandle', StoredFile);
  const clock = makeTestClock();
  const age = (ms: number) => new StoredFile(clock.now() - ms);
  const files = new Map([
    ['new', age(1_000)],
    ['saved', age(EXPORT_FILE_LIFE_MS + 1)],
    ['of a clock that was set back since', age(-60_000)],
    ['of the future', age(-EXPORT_FILE_LIFE_MS - 1)],
  ]);
  const folder = { entries: () => files, removeEntry: async (name: string) => files.delete(name) };
  useStorage({ getDirectory: async () => ({ getDirectoryHandle: async () => folder }) });
  await sweepExportFiles(clock);
  expect([...files.keys()]).toEqual(['new', 'of a clock that was set back since']);
});
