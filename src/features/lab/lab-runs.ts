import { createSignal, onCleanup } from 'solid-js';
import { systemClock } from '../../clock.ts';
import type { LabCase } from './lab-case.ts';
import { type Outcome, runCase } from './run-case.ts';
import type { Simulate } from './sandbox.ts';

/** Factor by which waits are shortened, and their maximum, in ms: a wait stays long enough to be visible. */
const SPEED = 10;
const LONGEST_PAUSE_MS = 400;

/** State of a case: not run yet, running, with its outcome, or broken off by a fault of the lab. */
export type Run =
  | { readonly kind: 'none' | 'running' | 'broken' }
  | { readonly kind: 'done'; readonly outcome: Outcome };

/** The runs of all cases, as long as the page is open. */
export interface LabRuns {
  readonly runOf: (labCase: LabCase) => Run;
  /** Runs a case, unless it is running. */
  readonly run: (labCase: LabCase) => Promise<void>;
  /** Runs cases one after the other. */
  readonly runAll: (cases: readonly LabCase[]) => Promise<void>;
}

const NOT_RUN: Run = { kind: 'none' };

/** Makes the runs of a page; they stop when the page is left. */
export function createLabRuns(simulate: Simulate): LabRuns {
  const [runs, setRuns] = createSignal<ReadonlyMap<string, Run>>(new Map());
  const gone = new AbortController();
  onCleanup(() => gone.abort());
  const { signal } = gone;
  const runOf = ({ id }: LabCase) => runs().get(id) ?? NOT_RUN;
  const set = ({ id }: LabCase, run: Run) =>
    signal.aborted || setRuns((before) => new Map(before).set(id, run));

  async function run(labCase: LabCase): Promise<void> {
    if (runOf(labCase).kind === 'running') return;
    set(labCase, { kind: 'running' });
    try {
      const outcome = await runCase(labCase, { simulate, pause, signal });
      set(labCase, { kind: 'done', outcome });
    } catch {
      set(labCase, { kind: 'broken' });
    }
  }

  return {
    runOf,
    run,
    async runAll(cases) {
      for (const labCase of cases) {
        if (signal.aborted) return;
        await run(labCase);
      }
    },
  };
}

function pause(ms: number): Promise<void> {
  return systemClock.sleep(Math.min(ms / SPEED, LONGEST_PAUSE_MS));
}
