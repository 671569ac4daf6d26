import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTATIONS } from '../../mutations/mutations.ts';
import { isWrittenIn } from '../../mutations/test-titles.ts';
import type { Proof } from '../../mutations/types.ts';

const TESTS = join(import.meta.dirname, '../..');
const TABLE = readFileSync(join(TESTS, 'CONFORMANCE.md'), 'utf8');

/** The rules by their numbers, and the cases by their letters. */
const ROWS = [
  ...numbered('', 71),
  ...numbered('c', 18),
  ...numbered('t', 30),
  ...numbered('r', 7),
  ...numbered('s', 33),
];
const ROW = /^\| ([ctrs]?\d+) \| .* \| ([^|]*) \|$/gm;
const PROOF = /^`([^`]+)`: `([^`]+)`(?: \(`([^`]+)`\))? under `([^`]+)`$/;
const REASON = /^No code: .{40,}$/;

/** A line of a proof as the table writes it. */
interface Line {
  readonly row: string;
  readonly text: string;
  readonly proof: Pick<Proof, 'test' | 'title' | 'case'>;
  readonly mutation: string;
}

const rows = [...TABLE.matchAll(ROW)].map(([, row = '', proof = '']) => ({ row, proof }));
const lines = rows.flatMap(({ row, proof }) =>
  proof.split('<br>').flatMap((text): Line[] => {
    const [, file = '', title = '', name, mutation = ''] = PROOF.exec(text) ?? [];
    if (file === '') return [];
    const named = name === undefined ? {} : { case: name };
    return [{ row, text, proof: { test: file, title, ...named }, mutation }];
  }),
);

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}

function isThere({ proof }: Line): boolean {
  const path = join(TESTS, proof.test);
  return existsSync(path) && isWrittenIn(readFileSync(path, 'utf8'), { ...proof, rows: [] });
}

function isMadeBy({ row, proof, mutation }: Line): boolean {
  const fails = MUTATIONS.find(({ id }) => id === mutation)?.fails ?? [];
  return fails.some(
    ({ test: file, title, case: name, rows: proved }) =>
      file === proof.test && title === proof.title && name === proof.case && proved.includes(row),
  );
}

test('every rule and every case has its row, in order and once', () => {
  expect(rows.map(({ row }) => row)).toEqual(ROWS);
});

test('every row has a proof, or the reason why there is none', () => {
  const bare = rows.filter(
    ({ proof }) => !REASON.test(proof) && proof.split('<br>').some((text) => !PROOF.test(text)),
  );
  expect(bare).toEqual([]);
});

test('every test that proves a row is there, with its case', () => {
  expect(lines.filter((line) => !isThere(line))).toEqual([]);
});

test('every mutation makes the very test fail that proves the row', () => {
  expect(lines.filter((line) => !isMadeBy(line))).toEqual([]);
});

test('whatever a mutation proves stands in the table', () => {
  const proved = MUTATIONS.flatMap(({ id, fails }) =>
    fails.flatMap(({ test: file, title, rows: own }) => own.map((row) => [row, id, file, title])),
  );
  const written = new Set(
    lines.map(({ row, mutation, proof }) => `${[row, mutation, proof.test, proof.title]}`),
  );
  expect(proved.filter((proof) => !written.has(`${proof}`))).toEqual([]);
});
