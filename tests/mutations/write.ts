import type { Edit, Mutation, Proof } from './types.ts';

/** Writes down a mutation. */
export function mutation(
  id: string,
  fault: string,
  edits: readonly Edit[],
  fails: readonly Proof[],
): Mutation {
  return { id, fault, edits, fails };
}

/** Writes down one change of the text of a file. */
export function edit(file: string, find: string, replace: string): Edit {
  return { file, find, replace };
}

/** Writes down a test that has to fail, with the rows that it then proves, such as `1 c18 s2`. */
export function proof(test: string, title: string, rows: string, name?: string): Proof {
  return {
    test,
    title,
    rows: rows.split(' '),
    ...(name === undefined ? {} : { case: name }),
  };
}
