import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import type { Column } from '../../../src/library/columns.ts';
import { createTableColumns } from '../../../src/table/table-columns.ts';

interface Song {
  readonly name: string;
  readonly by: string;
}
const column = (id: 'name' | 'by', more: Partial<Column<Song>> = {}): Column<Song> => ({
  id,
  heading: id,
  value: (row) => row[id],
  align: 'start',
  searched: false,
  width: '5rem',
  ...more,
});
const COLUMNS = [
  column('name', { isFixed: true }),
  column('by', { isMinor: true, isForWide: true }),
  { ...column('by', { isOptional: true }), id: 'code' },
];
const SAME = [
  { name: 'one', by: 'ada' },
  { name: 'two', by: 'ada' },
];
const DIFFERENT = [...SAME, { name: 'three', by: 'bram' }];

/** Makes the columns of a table, over what this browser has stored, and waits until that is read. */
async function columnsOver(stored: unknown) {
  const written: unknown[] = [];
  const [whole, setWhole] = createSignal<readonly Song[]>();
  const [isWide, setWide] = createSignal(true);
  const columns = createRoot(() =>
    createTableColumns(
      {
        readTable: async () => stored,
        writeTable: async (_, chosen) => void written.push(chosen),
      },
      { label: 'Songs', columns: COLUMNS, usualDensity: 'medium', whole, isWide },
    ),
  );
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    columns,
    setWhole,
    setWide,
    written,
    settle,
    ids: () => columns.shown().map(({ id }) => id),
  };
}

test('a minor column is hidden while all its values are equal, once the list is whole, and shown in a list of one', async () => {
  const { ids, setWhole } = await columnsOver(undefined);
  expect(ids()).toEqual(['name']);
  setWhole(SAME);
  expect(ids()).toEqual(['name']);
  setWhole(DIFFERENT);
  expect(ids()).toEqual(['name', 'by']);
  setWhole(SAME.slice(0, 1));
  expect(ids()).toEqual(['name', 'by']);
});

test('a column for wide windows is hidden in others, unless a person has switched it on', async () => {
  const { columns, ids, setWhole, setWide, settle } = await columnsOver(undefined);
  setWhole(DIFFERENT);
  expect(ids()).toEqual(['name', 'by']);
  setWide(false);
  expect(ids()).toEqual(['name']);
  columns.toggle('by');
  await settle();
  expect(ids()).toEqual(['name', 'by']);
});

test('what a person has switched on stays, and what is switched off as well', async () => {
  const { columns, ids, setWhole, settle, written } = await columnsOver(undefined);
  setWhole(SAME);
  columns.toggle('by');
  await settle();
  expect(ids()).toEqual(['name', 'by']);
  columns.toggle('by');
  columns.toggle('name');
  await settle();
  setWhole(DIFFERENT);
  expect(ids()).toEqual(['name']);
  expect(written.at(-1)).toMatchObject({ hidden: ['by'], added: [] });
});

test('settings of before there was a density keep columns and widths, and damaged ones count as none', async () => {
  const old = await columnsOver({ hidden: ['by'], added: ['code'], widths: { code: 90 } });
  expect(old.ids()).toEqual(['name', 'code']);
  expect(old.columns.widths()).toEqual({ code: 90 });
  expect(old.columns.density()).toBe('medium');
  old.columns.setDensity('compact');
  old.columns.reset();
  await old.settle();
  expect(old.columns.density()).toBe('compact');
  expect(old.written.at(-1)).toEqual({ hidden: [], added: [], widths: {}, density: 'compact' });
  const damaged = await columnsOver({ hidden: 'by', density: 'tiny' });
  expect(damaged.ids()).toEqual(['name']);
});
