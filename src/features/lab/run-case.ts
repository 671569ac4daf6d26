import { aborted } from '../../clock.ts';
import type { Entry } from './journal.ts';
import { type End, type Fact, factsOf, type LabCase } from './lab-case.ts';
import { openSandbox, type SandboxOptions } from './sandbox.ts';

/** What became of an experiment. */
export interface Outcome {
  /** Whether the end is the one that the case claims. */
  readonly isAsClaimed: boolean;
  readonly entries: readonly Entry[];
  readonly said: readonly string[];
  readonly end: End;
  readonly facts: readonly Fact[];
}

/**
 * Runs one case in a sandbox of its own and compares its end with what the case claims.
 *
 * @throws whatever the experiment itself throws; the signal's reason when it aborts.
 */
export async function runCase(labCase: LabCase, options: SandboxOptions): Promise<Outcome> {
  const sandbox = openSandbox(options, labCase);
  try {
    // What waits in a sandbox that is given up ends with its table.
    await Promise.race([labCase.run(sandbox), aborted(options.signal)]);
    const end = await sandbox.end();
    const facts = factsOf(labCase.claim, end);
    return {
      isAsClaimed: facts.every(({ value, claimed }) => value === claimed),
      entries: sandbox.journal.entries,
      said: sandbox.said,
      end,
      facts,
    };
  } finally {
    sandbox.close();
  }
}
