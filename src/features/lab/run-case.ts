import { aborted } from '../../clock.ts';
import type { Entry } from './journal.ts';
import { type End, type Fact, factsOf, type LabCase } from './lab-case.ts';
import { openSandbox, type SandboxOptions } from './sandbox.ts';

/** Result of an experiment. */
export interface Outcome {
  /** Whether the end matches the claim of the case. */
  readonly isAsClaimed: boolean;
  readonly entries: readonly Entry[];
  readonly said: readonly string[];
  readonly end: End;
  readonly facts: readonly Fact[];
}

/**
 * Runs one case in a sandbox of its own and compares its end with the claim. @throws the errors of the experiment
 * itself; the signal's reason when it aborts.
 */
export async function runCase(labCase: LabCase, options: SandboxOptions): Promise<Outcome> {
  const sandbox = openSandbox(options, labCase);
  try {
    // Pending work of an aborted sandbox ends with its table.
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
