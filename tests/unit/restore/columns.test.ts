import { expect, test } from 'vitest';
import { readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import type { ReadChoice } from '../../../src/features/restore/readers/read-file.ts';
import { columnsText } from '../../../src/features/restore/words.ts';
import { ONE, onlyList, readFileText, said } from './files.ts';

const ODD = 'Nr;Lied;Sänger\n1;Eins;Ann\n2;Zwei;Bo\n';

function readAs(text: string, choice: ReadChoice) {
  return readBytes(new TextEncoder().encode(text), 'Trip.csv', choice);
}

test('what was recognised of a table is said', async () => {
  const { table } = await readFileText(
    `Track Name,Artist Name(s),ISRC,Spotify - id\nOne,Ann,,${ONE}\n`,
  );
  expect(table && columnsText(table)).toBe(
    'Title from “Track Name”, artists from “Artist Name(s)”, link from “Spotify - id”, ISRC from “ISRC”.',
  );
  const bare = await readFileText(`spotify:track:${ONE}\nspotify:track:${ONE}\n`, 'a.csv');
  expect(bare.table).toBeUndefined();
});

test('a table of unknown columns holds nothing until a person says what they are', async () => {
  const unknown = await readFileText(ODD);
  expect([unknown.lists, unknown.table?.isUnknown]).toEqual([[], true]);
  expect(unknown.table?.sample).toEqual([
    ['1', 'Eins', 'Ann'],
    ['2', 'Zwei', 'Bo'],
  ]);
  const half = await readAs(ODD, { columns: { title: 1 } });
  expect(half.table).toMatchObject({ isUnknown: true, columns: { title: 1 } });
  const file = await readAs(ODD, { columns: { title: 1, artists: 2 } });
  expect(onlyList(file).rows.map(said)).toEqual([
    { title: 'Eins', artists: ['Ann'] },
    { title: 'Zwei', artists: ['Bo'] },
  ]);
});

test('a person’s separator, encoding and heading go before what was recognised', async () => {
  const wide = 'Title,Artist\nOne; Two,Ann\n';
  expect(onlyList(await readAs(wide, {})).rows.map(said)).toEqual([
    { title: 'One; Two', artists: ['Ann'] },
  ]);
  expect((await readAs(wide, { delimiter: ';' })).table).toMatchObject({
    headings: ['Title,Artist'],
    isUnknown: true,
  });
  const headless = await readAs('One,Ann\nTwo,Bo\n', {
    hasHeadings: false,
    columns: { title: 0, artists: 1 },
  });
  expect(onlyList(headless).rows.map(({ title }) => title)).toEqual(['One', 'Two']);
  const cyrillic = new Uint8Array([...'Title,Artist\n'].map((sign) => sign.charCodeAt(0)));
  const moon = [0xcb, 0xf3, 0xed, 0xe0, 0x2c, 0x41, 0x0a];
  const bytes = new Uint8Array([...cyrillic, ...moon]);
  const guessed = onlyList(await readBytes(bytes, 'x.csv'));
  expect(guessed.rows[0]?.title).toBe('Ëóíà');
  const chosen = onlyList(await readBytes(bytes, 'x.csv', { encoding: 'windows-1251' }));
  expect(chosen.rows[0]?.title).toBe('Луна');
});

test('a column of bare ids is one of links where a person says so', async () => {
  const text = `Nr,Kennwort\n1,${ONE}\n`;
  const file = await readAs(text, { columns: { uri: 1, id: 1 } });
  expect(onlyList(file).rows.map(said)).toEqual([{ uri: `spotify:track:${ONE}` }]);
});

test.each([
  ['lines with a comma here and there', 'One, Two – Ann\nThree\n', 'Text'],
  ['one song a line', 'Ann – One\nBo – Two\n', 'Text'],
])('%s are no table', async (_what, text, format) => {
  expect((await readFileText(text)).format).toBe(format);
});

test('the artists of our own table are split as it joins them', async () => {
  const file = await readFileText(
    `Position,Title,Artists,Album,Added on,Added by,Duration (ms),Kind,ISRC,Release date,Explicit,ID,URI\n1,One,"Ann, Bo",Album,,,201000,Track,,,No,${ONE},spotify:track:${ONE}\n`,
  );
  expect(file.format).toBe('Liner Notes CSV');
  expect(onlyList(file).rows[0]?.artists).toEqual(['Ann', 'Bo']);
});
