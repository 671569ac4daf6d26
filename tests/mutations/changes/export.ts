import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const CSV = 'unit/export/export-csv.test.ts';

/** Faults of taking the music along. */
export const EXPORT: readonly Mutation[] = [
  mutation(
    'no-formula-guard',
    'writes cells that a spreadsheet takes for formulas',
    [edit('src/features/export/formats/csv.ts', 'escapeFormulae: FORMULA,', '')],
    [proof(CSV, 'no cell of text begins like a formula', '')],
  ),
  mutation(
    'guard-not-reversible',
    'guards no cell that begins with an apostrophe',
    [edit('src/features/export/formats/csv.ts', "/^'*[=+", '/^[=+')],
    [proof(CSV, 'any tracks are read back by another parser as Spotify sent them', '')],
  ),
  mutation(
    'half-characters-kept',
    'writes half characters, which no UTF-8 file can hold',
    [edit('src/features/export/formats/well-formed.ts', "'\\uFFFD'", "''")],
    [
      proof(
        'unit/export/export-json.test.ts',
        'any tracks are read back with all that is known of them',
        '',
      ),
    ],
  ),
  mutation(
    'file-names-collide',
    'gives two lists of one name the same file',
    [edit('src/features/export/job/file-names.ts', 'if (taken.has(key)) continue;', '')],
    [
      proof(
        'unit/export/export-file-names.test.ts',
        'names that only case or composition tells apart get a number',
        '',
      ),
    ],
  ),
];
