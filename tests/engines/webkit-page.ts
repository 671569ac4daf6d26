/** State of an evaluation, and the errors since the last call. */
export interface Answer {
  readonly outcome: Outcome | 'pending';
  readonly complaints: readonly string[];
}

/** A value, or the error thrown. */
export type Outcome = { readonly value: unknown } | { readonly thrown: string };

declare global {
  /** State of the tests within the page. */
  var engineTests:
    | { readonly complaints: string[]; last: { outcome: Outcome | 'pending' } }
    | undefined;
}

/** Evaluates in a page and records its errors from now on; runs within the page. */
export function evaluate(work: () => unknown): Answer {
  globalThis.engineTests ??= listen();
  const here = globalThis.engineTests;
  const value = work();
  // An object of its own, so that an abandoned promise does not answer for a later one.
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
      // Reports that a size is observed again in the next frame, which is no fault (Resize Observer, section 3.4.4).
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

/** The state since then; runs within the page. */
export function look(): Answer {
  const here = globalThis.engineTests;
  if (!here) throw new Error('the page was left');
  return { outcome: here.last.outcome, complaints: here.complaints.splice(0) };
}
