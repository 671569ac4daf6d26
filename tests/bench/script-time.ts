import type { Browser, Page } from '@playwright/test';

/** Time after which all effects of an action have ended, in ms: the address follows a keystroke after 250. */
const SETTLE_MS = 400;

/** Trace events in which the main thread runs, compiles or garbage-collects script. */
const SCRIPT = new Set([
  'v8.callFunction',
  'FunctionCall',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.compile',
  'MinorGC',
  'MajorGC',
]);

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

/**
 * Measures the script time of one action in ms: of its event, and of all that the event causes, be it a timer, a
 * promise, a frame or an observer. It is read from the browser's trace, as the union of all times in which the
 * page's main thread is in V8. The `ScriptDuration` of the DevTools protocol omits microtasks and some observers,
 * and a timer around the event omits all that follows it. A layout that script forces counts as script; style,
 * layout and paint after it do not. `act` may only send input and not evaluate in the page, which would be script
 * too.
 */
export async function scriptTime(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  await act();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString(),
  );
  return unionMs(onMainThreads(traceEvents).filter(({ name }) => SCRIPT.has(name)));
}

function onMainThreads(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  if (main.size === 0) throw new Error('The trace names no main thread.');
  return events.filter((event) => event.ph === 'X' && main.has(threadOf(event)));
}

function unionMs(events: readonly TraceEvent[]): number {
  let [sum, end] = [0, 0];
  for (const { ts, dur = 0 } of [...events].sort((a, b) => a.ts - b.ts)) {
    sum += Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
  }
  return sum / 1_000;
}
