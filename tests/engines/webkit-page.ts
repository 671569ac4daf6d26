/** What has come of an expression so far, and what was complained about since the last time. */
export interface Answer {
  readonly outcome: Outcome | 'pending';
  readonly complaints: readonly string[];
}

/** A value, or what was thrown. */
export type Outcome = { readonly value: unknown } | { readonly thrown: string };

declare global {
  /** What the tests know of the page they are in. */
  var engineTests:
    | { readonly complaints: string[]; last: { outcome: Outcome | 'pending' } }
    | undefined;
}

/** Evaluates in a page, in which it listens from now on; runs within the page. */
export function evaluate(work: () => unknown): Answer {
  globalThis.engineTests ??= listen();
  const here = globalThis.engineTests;
  const value = work();
  // Of its own, so that a promise nobody waits for any more does not answer for a later one.
  const evaluation: { outcome: Outcome | 'pending' } = { outcome: { value } };
  here.last = evaluation;
  if (value instanceof Promise) {
    evaluation.outcome = 'pending';
    value.then(
      (settled: unknown) => {
        evaluation.outcome = { value: settled };
      },
      (error: unknown) => {
        evaluation.outcome = { thrown: String(error) };
      },
    );
  }
  return { outcome: evaluation.outcome, complaints: here.complaints.splice(0) };

  function listen() {
    const complaints: string[] = [];
    addEventListener('error', ({ message }) => {
      // Tells that a size is observed again in the next frame, which is no fault (Resize Observer, section 3.4.4).
      if (!message.startsWith('ResizeObserver loop')) complaints.push(`uncaught: ${message}`);
    });
    addEventListener('unhandledrejection', ({ reason }) => complaints.push(`uncaught: ${reason}`));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      complaints.push(`policy: ${effectiveDirective} refused ${blockedURI}`),
    );
    for (const type of ['error', 'warn'] as const) {
      const say = console[type];
      console[type] = (...words: unknown[]) => {
        complaints.push(`console ${type}: ${words.join(' ')}`);
        say(...words);
      };
    }
    return { complaints, last: { outcome: 'pending' as const } };
  }
}

/** What has come meanwhile; runs within the page. */
export function look(): Answer {
  const here = globalThis.engineTests;
  if (!here) throw new Error('the page was left');
  return { outcome: here.last.outcome, complaints: here.complaints.splice(0) };
}
