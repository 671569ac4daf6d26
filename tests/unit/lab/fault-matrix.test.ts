import { afterAll, describe, expect, test } from 'vitest';
import { FAULTS, type FaultName } from '../../../src/demo/faults.ts';
import { SPELLS, type Spell, STEPS } from '../../support/fault-matrix.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { makeOutcomeTable } from './matrix/outcome-table.ts';
import { playCell } from './matrix/play.ts';
import { statedEnd } from './matrix/stated-ends.ts';

const network = useNetwork();
// Objects of ours list no keys but those of their types.
const faults = Object.keys(FAULTS) as FaultName[];
const spells = Object.keys(SPELLS) as Spell[];
const table = makeOutcomeTable();

afterAll(() => {
  process.stdout.write(`\n${table.text()}\n`);
});

describe.each(STEPS)('when a fault meets the step "%s"', (step) => {
  test.each(faults)('%s ends as stated, whether it comes once or stays', async (fault) => {
    for (const spell of spells) {
      const end = await playCell(network, { step, fault }, spell);
      table.note(step, fault, spell, end);
      expect(end, spell).toBe(statedEnd({ step, fault }, spell));
    }
  });
});
