import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTATIONS } from '../../mutations/mutations.ts';
import { misfits } from '../../mutations/project-copy.ts';
import { endsOf, isWrittenIn } from '../../mutations/test-titles.ts';

const TESTS = join(import.meta.dirname, '../..');

test('each mutation still fits the code: what it changes stands there exactly once', () => {
  expect(MUTATIONS.length).toBeGreaterThan(25);
  expect(MUTATIONS.flatMap(({ id, edits }) => misfits(edits).map((what) => [id, what]))).toEqual(
    [],
  );
});

test('each mutation has a name of its own, a change, and a test that has to notice it', () => {
  const ids = MUTATIONS.map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  const empty = MUTATIONS.filter(({ edits, fails }) => edits.length === 0 || fails.length === 0);
  expect(empty).toEqual([]);
});

test('each mutation breaks a row of the conformance table; plain tests prove the rest', () => {
  const idle = MUTATIONS.filter(({ fails }) => fails.every(({ rows }) => rows.length === 0));
  expect(idle).toEqual([]);
  const empty = MUTATIONS.flatMap(({ fails }) => fails.filter(({ rows }) => rows.includes('')));
  expect(empty).toEqual([]);
});

test('each test that a mutation names is there, with its case', () => {
  const proofs = MUTATIONS.flatMap(({ id, fails }) => fails.map((proof) => ({ id, proof })));
  const missing = proofs.filter(
    ({ proof }) => !isWrittenIn(readFileSync(join(TESTS, proof.test), 'utf8'), proof),
  );
  expect(missing).toEqual([]);
});

test('a case is told apart from others of the same beginning', () => {
  const ends = ['[row 20, c1] a', '[row 22, c10] a', '[c1] b'].map((title) => ({
    title,
    end: 'passed' as const,
    message: '',
  }));
  const proof = { test: '', title: '[%s] a', case: 'c1', rows: [] };
  expect(endsOf(proof, ends).map(({ title }) => title)).toEqual(['[row 20, c1] a']);
  expect(endsOf({ ...proof, title: '[%s] %s' }, ends)).toHaveLength(2);
});
