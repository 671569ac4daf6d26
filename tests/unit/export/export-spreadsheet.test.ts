import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CSV } from '../../../src/features/export/formats/csv.ts';
import { anyItem, OPTIONS } from './exported-rows.ts';

const OFFICE = ['soffice', 'libreoffice'].find(
  (command) => spawnSync(command, ['--version']).status === 0,
);

test('LibreOffice takes no cell of a hostile file for a formula', { timeout: 120_000 }, ({
  skip,
}) => {
  if (OFFICE === undefined) {
    console.log('Skipped: LibreOffice is not installed here.');
    return skip('LibreOffice is not installed here');
  }
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  try {
    const items = fc.sample(anyItem, { numRuns: 300, seed: 1 });
    const csv = CSV.tracks({ name: 'Hostile', playlist: null, items }, OPTIONS);
    writeFileSync(join(folder, 'hostile.csv'), csv);
    const user = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const to = ['--headless', '--convert-to', 'fods', '--outdir', folder];
    execFileSync(OFFICE, [user, ...to, join(folder, 'hostile.csv')], { stdio: 'ignore' });
    const sheet = readFileSync(join(folder, 'hostile.fods'), 'utf8');
    expect(sheet).toContain('table:table-cell');
    expect(sheet).not.toContain('table:formula');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
