import { type Accessor, createMemo, createSignal } from 'solid-js';
import { failureText } from '../explain/meanings.ts';
import type { Step } from '../explain/step.ts';
import { stepsOf } from '../explain/steps.ts';
import type { Flow } from '../record/flow.ts';
import type { Flows } from './flows.ts';

/** The flow that the page shows: that of the current login, or of the last attempt to log in. */
export interface ShownFlow {
  /** `undefined` before any login. */
  readonly flow: Accessor<Flow | undefined>;
  readonly steps: Accessor<readonly Step[]>;
  /** Ids of the steps; changes only when a step is added or removed. */
  readonly ids: Accessor<readonly string[]>;
  readonly stepOf: (id: string) => Step | undefined;
  readonly isAttempt: Accessor<boolean>;
  /** Why the attempt failed; empty while it waits for its reply. */
  readonly failure: Accessor<string>;
  /** Whether there is both a login and a later attempt. */
  readonly hasBoth: Accessor<boolean>;
  readonly switchOver: () => void;
}

/** Makes the choice between the recorded flows, and the steps of the chosen one. */
export function createShownFlow(flows: Accessor<Flows>): ShownFlow {
  const [wantsAttempt, setWantsAttempt] = createSignal(false);
  const isAttempt = () =>
    flows().attempt !== undefined && (flows().login === undefined || wantsAttempt());
  const flow = () => (isAttempt() ? flows().attempt : flows().login);
  const steps = createMemo(() => stepsOf(flow()));
  return {
    flow,
    steps,
    ids: createMemo(() => steps().map(({ id }) => id), [], {
      equals: (before, after) => before.join() === after.join(),
    }),
    stepOf: (id) => steps().find((step) => step.id === id),
    isAttempt,
    failure() {
      const failure = flows().attempt?.failure;
      return failure ? failureText(failure) : '';
    },
    hasBoth: () => flows().login !== undefined && flows().attempt !== undefined,
    switchOver: () => setWantsAttempt(!wantsAttempt()),
  };
}
