import { decodeText } from './decode.ts';
import { type ReadChoice, ReadError, type ReadFile } from './read-file.ts';
import { readTextFile } from './text-file.ts';
import { isZip, MOST_UNPACKED_BYTES } from './zip.ts';
import { readZip } from './zip-file.ts';

/** Largest text that is read, in bytes; half a million songs. */
export const MOST_TEXT_BYTES = 64_000_000;

/**
 * Reads any file of songs, as a person chose to read it.
 *
 * @throws ReadError where that is not possible.
 */
export async function readBytes(
  bytes: Uint8Array,
  path: string,
  choice?: ReadChoice,
): Promise<ReadFile> {
  if (isZip(bytes)) {
    if (bytes.length > MOST_UNPACKED_BYTES) throw new ReadError('zip-too-large');
    return readZip(bytes);
  }
  if (bytes.length > MOST_TEXT_BYTES) throw new ReadError('too-large');
  const { text, isGuessed } = decodeText(bytes, choice?.encoding);
  const read = await readTextFile(text, path, choice);
  if (!isGuessed) return read;
  const warning = 'The file isn’t in Unicode. Check that its letters are right.';
  return { ...read, warnings: [warning, ...read.warnings] };
}
