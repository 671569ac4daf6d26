import { readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import type {
  FileList,
  FileRow,
  ReadFile,
} from '../../../src/features/restore/readers/read-file.ts';

/** Ids of songs that are in all files. */
export const ONE = '4uLU6hMCjMI75M1A2tKUQC';
export const TWO = '7lEptt4wbM0yJTvSG5EBof';
export const EPISODE = '0Q86acNRm6V9GYx55SXKwf';

/** Reads a text as the bytes of a file. */
export function readFileText(text: string, path = 'Trip.csv'): Promise<ReadFile> {
  return readBytes(new TextEncoder().encode(text), path);
}

/** Gives the only list of a file. */
export function onlyList({ lists }: ReadFile): FileList {
  const [list, ...others] = lists;
  if (!list || others.length > 0) throw new Error(`${lists.length} lists`);
  return list;
}

/** What a file says of a song, without what it does not say. */
export function said(row: FileRow): Partial<FileRow> {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
