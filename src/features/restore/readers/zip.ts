import { ReadError } from './read-file.ts';

/** Limits against zip bombs. */
export const MOST_ENTRIES = 20_000;
export const MOST_UNPACKED_BYTES = 200_000_000;

/** A file inside a zip. */
export interface ZipEntry {
  /** Path as the zip names it; nothing is ever written to it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A record of the central directory (APPNOTE 4.3.12). */
interface DirectoryRecord {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const RECORD_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** Whether a file begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  return start === 'PK\x03\x04' || start === 'PK\x05\x06';
}

/**
 * Unpacks the wanted files of a zip one by one, in the order of its central directory.
 *
 * @throws ReadError where the zip is damaged, encrypted, of the 64-bit kind, or unpacks to more than the limits.
 */
export async function* unzip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): AsyncGenerator<ZipEntry> {
  const wanted = directoryOf(bytes).filter(({ path }) => isWanted(path));
  const sum = wanted.reduce((total, { unpacked }) => total + unpacked, 0);
  if (sum > MOST_UNPACKED_BYTES) throw new ReadError('zip-too-large');
  for (const record of wanted) {
    const packed = packedBytes(bytes, record);
    yield {
      path: record.path,
      bytes: record.method === STORED ? packed : await inflate(packed, record.unpacked),
    };
  }
}

/** Gives the paths of all files in a zip. @throws ReadError as `unzip`. */
export function pathsIn(bytes: Uint8Array): readonly string[] {
  return directoryOf(bytes).map(({ path }) => path);
}

function directoryOf(bytes: Uint8Array): readonly DirectoryRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw new ReadError('zip-too-large');
  const records: DirectoryRecord[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== RECORD_SIGNATURE)
      throw new ReadError('zip-damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const record = {
      path: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new ReadError('zip-encrypted');
    if (!record.path.endsWith('/')) records.push(record);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return records;
}

/** Finds the end of the central directory, which a comment may follow. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw new ReadError('zip-damaged');
}

function packedBytes(
  bytes: Uint8Array,
  { method, packed, unpacked, offset }: DirectoryRecord,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw new ReadError('zip-damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const isWhole = start + packed <= bytes.length && (method !== STORED || packed === unpacked);
  if (!isWhole || (method !== STORED && method !== DEFLATED)) throw new ReadError('zip-damaged');
  return bytes.subarray(start, start + packed);
}

/** Inflates to exactly the length that the directory names, and not a byte more. */
async function inflate(packed: Uint8Array, length: number): Promise<Uint8Array> {
  const result = new Uint8Array(length);
  let filled = 0;
  try {
    // A copy, because the type of a stream's chunk excludes shared memory.
    const stream = new Blob([new Uint8Array(packed)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    for await (const chunk of chunksOf(stream)) {
      if (filled + chunk.length > length) throw new ReadError('zip-damaged');
      result.set(chunk, filled);
      filled += chunk.length;
    }
  } catch {
    throw new ReadError('zip-damaged');
  }
  if (filled !== length) throw new ReadError('zip-damaged');
  return result;
}

/** Iterates over a stream with a reader, because Safari's streams cannot be iterated. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
