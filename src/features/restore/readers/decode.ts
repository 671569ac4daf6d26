import { ReadError } from './read-file.ts';

/** A file as text. */
export interface DecodedText {
  readonly text: string;
  /** Whether the encoding was a guess, so that letters may be wrong. */
  readonly isGuessed: boolean;
}

/** Length of the part that is looked at to tell text from other files. */
const SAMPLE_BYTES = 4096;

/**
 * Decodes a file in the encoding that a person chose, else UTF-8 or UTF-16 by byte order mark, UTF-16 without one,
 * UTF-8, else Windows-1252.
 *
 * @throws ReadError where the file is empty or no text.
 */
export function decodeText(bytes: Uint8Array, chosen?: string): DecodedText {
  if (bytes.length === 0) throw new ReadError('empty');
  const known = chosen ?? encodingOf(bytes);
  const decoded = known
    ? { text: new TextDecoder(known).decode(bytes), isGuessed: false }
    : utf8Or1252(bytes);
  if (!isText(decoded.text)) throw new ReadError('not-text');
  if (decoded.text.trim() === '') throw new ReadError('empty');
  return decoded;
}

function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Every second byte of Latin letters is zero in UTF-16.
  const most = sample.length * 0.3;
  if (odd > most && even < odd / 10) return 'utf-16le';
  if (even > most && odd < even / 10) return 'utf-16be';
  return undefined;
}

function utf8Or1252(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true };
  }
}

/** Whether a text has few control characters; pictures and programs are full of them. */
function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to count
  const controls = sample.match(/[\0-\x08\x0E-\x1A\x1C-\x1F\uFFFD]/g)?.length ?? 0;
  return controls * 10 <= sample.length;
}
