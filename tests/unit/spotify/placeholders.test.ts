import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { CSV } from '../../../src/features/export/formats/csv.ts';
import { addedDay } from '../../../src/library/day.ts';
import { ITEM_COLUMNS } from '../../../src/library/item-columns.ts';
import { ITEM_SEARCH } from '../../../src/library/item-search.ts';
import { searchRows } from '../../../src/library/search.ts';
import { sortRows } from '../../../src/library/sort.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { OPTIONS } from '../export/exported-rows.ts';
import { ENTRY, getPage, TRACK } from './wire-items.ts';

const network = useNetwork();

async function parse(entry: object) {
  return (await getPage(network, [{ ...ENTRY, item: TRACK, ...entry }])).rows;
}

test.each([
  '1970-01-01T00:00:00Z',
  '1970-01-01',
  '0001-01-01T00:00:00Z',
  '0001-01-01',
  '0000-00-00T00:00:00Z',
  '1899-12-30T00:00:00Z',
  '2005-12-31T23:59:59Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2023-02-31T25:00:00Z',
  'Track 7',
  '',
])(
  '%j is no time of adding: it is unknown to the table, the search and the files',
  async (time) => {
    const rows = await parse({ added_at: time });
    const [row] = rows;
    if (!row) throw new Error('the entry has no row');
    expect(row.addedAt).toBeNull();
    expect(addedDay(row)).toBe('');
    expect(searchRows(rows, 'added:..2030', ITEM_SEARCH)).toEqual([]);
    const [line]: Record<string, string>[] = parseCsv(
      CSV.tracks({ name: '', playlist: null, items: rows }, OPTIONS),
      { columns: true },
    );
    expect(line?.['Added on']).toBe('');
    const known = { ...row, addedAt: '2006-01-02T00:00:00Z' };
    const sorting = { columnId: 'added-on', direction: 'ascending' } as const;
    expect(sortRows([row, known], ITEM_COLUMNS, sorting)).toEqual([known, row]);
  },
);

test.each(['2006-01-01T00:00:00Z', '2026-08-01T10:00:00.000Z', '2026-08-01T10:00:00+02:00'])(
  '%s is a time of adding',
  async (time) => {
    expect((await parse({ added_at: time }))[0]?.addedAt).toBe(time);
  },
);

test.each([
  ['0000', null],
  ['0000-00-00', null],
  ['0001-01-01', null],
  ['1973-00-00', '1973'],
  ['1973-03-00', '1973-03'],
  ['1973-00', '1973'],
  ['1970-01-01', '1970-01-01'],
  ['1973-03-01T00:00', null],
])('a release date of %s is read as %s', async (release_date, expected) => {
  const [song] = await parse({ item: { ...TRACK, album: { release_date } } });
  expect(song?.releaseDate).toBe(expected);
  const [episode] = await parse({ item: { ...TRACK, type: 'episode', release_date } });
  expect(episode?.releaseDate).toBe(expected);
});
