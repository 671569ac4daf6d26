import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MOST_TEXT_BYTES, readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import { ReadError } from '../../../src/features/restore/readers/read-file.ts';
import { readErrorText } from '../../../src/features/restore/words.ts';
import { ONE, onlyList, readFileText } from './files.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const SONG = `URI\nspotify:track:${ONE}\n`;

/** Changes the 32-bit number that stands so far behind the first record of the central directory. */
function withRecord(zip: Uint8Array, offset: number, value: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const at = Array.from({ length: zip.length - 3 }, (_, index) => index).find(
    (index) => view.getUint32(index, true) === 0x02014b50,
  );
  view.setUint32((at ?? 0) + offset, value, true);
  return zip;
}

const BAD: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['nothing', () => new Uint8Array(), 'empty'],
  ['white space', () => encode(' \n\t'), 'empty'],
  ['100 MB', () => new Uint8Array(100_000_000), 'too-large'],
  ['a picture', () => new Uint8Array(4000).map((_, index) => index % 7), 'not-text'],
  ['a page', () => encode('<!doctype html><p>Hello</p>'), 'unknown'],
  ['prose', () => encode(`${'word '.repeat(200)}\n`), 'unknown'],
  ['JSON that was cut off', () => encode('{"playlists":[{'), 'broken-json'],
  ['JSON of something else', () => encode('{"a":1}'), 'unknown'],
  ['deep JSON', () => encode('['.repeat(1_000_000)), 'broken-json'],
  ['a list without songs', () => encode('{"playlists":[{"name":"a","tracks":[]}]}'), 'no-songs'],
  [
    'our list of playlists',
    () => encode('Name,Owner,Tracks,Visibility,Description,ID\r\na,b,1,public,,x\r\n'),
    'playlists-only',
  ],
  [
    'a version to come',
    () => encode('{"format":"Liner Notes tracks","version":2,"tracks":[]}'),
    'newer-version',
  ],
  ['a zip without songs', () => zipSync({ 'a.png': encode('x') }), 'zip-empty'],
  ['half a zip', () => zipSync({ 'a.csv': encode(SONG) }).slice(0, 40), 'zip-damaged'],
  [
    'a zip with a password',
    () => withRecord(zipSync({ 'a.csv': encode(SONG) }), 8, 1),
    'zip-encrypted',
  ],
  [
    'a zip that claims 4 GB',
    () => withRecord(zipSync({ 'a.csv': encode(SONG) }), 24, 0xfffffff0),
    'zip-too-large',
  ],
  [
    'a zip that holds more than it claims',
    () => withRecord(zipSync({ 'a.csv': encode(SONG.repeat(9)) }), 24, 20),
    'zip-damaged',
  ],
  [
    'a zip that points outside',
    () => withRecord(zipSync({ 'a.csv': encode(SONG) }), 42, 0xffffff),
    'zip-damaged',
  ],
];

test.each(BAD)('%s ends in a sentence', async (_what, bytes, kind) => {
  const error: unknown = await readBytes(bytes(), 'x').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReadError);
  expect(error).toMatchObject({ kind });
  expect(readErrorText(error)).toMatch(/^[A-Z].*\.$/);
});

test('a zip of too many files is refused before any is unpacked', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 20_001 }, (_, at) => [`${at}.csv`, encode('')]),
  );
  await expect(readBytes(zipSync(many, { level: 0 }), 'x.zip')).rejects.toMatchObject({
    kind: 'zip-too-large',
  });
});

test('paths in a zip are names, and what macOS adds is none', async () => {
  const file = await readBytes(
    zipSync({
      '../../__proto__.csv': encode(SONG),
      'C:\\a\\con.csv': encode(SONG),
      '__MACOSX/._a.csv': encode('x'),
      'a.png': encode('x'),
    }),
    'x.zip',
  );
  expect(file.lists.map(({ name }) => name)).toEqual(['__proto__', 'con']);
  expect(file.warnings).toEqual(['a.png holds no songs, and is left out.']);
});

test.each([
  ['UTF-8 with a mark', (text: string) => encode(`\uFEFF${text}`)],
  ['UTF-16 of Windows', (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
  ['UTF-16 without a mark', (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))],
  [
    'big-endian UTF-16',
    (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
  ],
  ['Windows-1252', (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))],
])('%s is decoded', async (encoding, bytes) => {
  const file = await readBytes(
    bytes(`Title,Artist,URI\r\nÉté,Zoë,spotify:track:${ONE}\r\n`),
    'x.csv',
  );
  expect(onlyList(file).rows).toMatchObject([{ title: 'Été', artists: ['Zoë'] }]);
  expect(file.warnings.length).toBe(encoding === 'Windows-1252' ? 1 : 0);
});

test('formulas of other programs stay text', async () => {
  const file = await readFileText(
    `Title,Artist,URI\n"=HYPERLINK(""x"")",'=Bo,spotify:track:${ONE}\n`,
  );
  expect(onlyList(file).rows).toMatchObject([{ title: '=HYPERLINK("x")', artists: ["'=Bo"] }]);
});

test('text that never ends takes no time that grows with its square', async () => {
  const limit = MOST_TEXT_BYTES / 64;
  // With a square, each of these takes minutes, and the test ends at its limit.
  await readFileText(`<playlist>${'<track>'.repeat(limit / 8)}`).catch(() => undefined);
  await readFileText(`a,b\n"${'x,'.repeat(limit / 2)}`).catch(() => undefined);
  await readFileText(`#EXTINF:${'1'.repeat(limit)}`).catch(() => undefined);
});

test('20,000 rows are read, and others get their turn meanwhile', async () => {
  const line = (at: number) =>
    `"spotify:track:${ONE}","Song ${at}","Ann","Album, the ""best""","201000","GBARL9300135"\n`;
  const text = `URI,Title,Artist,Album,Duration (ms),ISRC\n${Array.from({ length: 20_000 }, (_, at) => line(at)).join('')}`;
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  });
  const file = await readFileText(text);
  clearInterval(timer);
  expect(onlyList(file).rows.length).toBe(20_000);
  expect(turns).toBeGreaterThan(2);
});
