import type { FaultName } from '../../../../src/demo/faults.ts';
import { SPELLS, type Spell, STEPS } from '../../../support/fault-matrix.ts';

/** What the matrix came to, cell by cell. */
export interface OutcomeTable {
  note(step: string, fault: FaultName, spell: Spell, end: string): void;
  /** The whole as one table in Markdown; faults that end alike everywhere share a line. */
  text(): string;
}

/** Makes an empty table. */
export function makeOutcomeTable(): OutcomeTable {
  const ends = new Map<string, string>();
  const spells = Object.keys(SPELLS) as Spell[];
  const keyOf = (...parts: readonly string[]) => parts.join('|');
  const faults = new Set<FaultName>();

  function lineOf(fault: FaultName): string {
    const cells = STEPS.map((step) => {
      const [once, lasting] = spells.map((spell) => ends.get(keyOf(step, fault, spell)) ?? '?');
      const shown = once === lasting ? once : `${once}, then ${lasting}`;
      return shown?.replaceAll('recovers', '✓');
    });
    return cells.join(' | ');
  }

  return {
    note(step, fault, spell, end) {
      faults.add(fault);
      ends.set(keyOf(step, fault, spell), end);
    },
    text() {
      const lines = new Map<string, FaultName[]>();
      for (const fault of faults) {
        const line = lineOf(fault);
        lines.set(line, [...(lines.get(line) ?? []), fault]);
      }
      return [
        'How each step ends at each fault (✓ recovers by itself; "✓, then …" where the fault stays):',
        `| fault | ${STEPS.join(' | ')} |`,
        `|${' --- |'.repeat(STEPS.length + 1)}`,
        ...[...lines].map(([line, alike]) => `| ${alike.join(', ')} | ${line} |`),
        '',
      ].join('\n');
    },
  };
}
