import type { Browser, Page } from '@playwright/test';

/** Time after which all effects of an action have ended, in ms: the address follows a keystroke after 250. */
const SETTLE_MS = 400;

/** Category of the events that span one task of a thread each. */
const TASKS = 'disabled-by-default-devtools.timeline';

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
  /** Begin and length in time of the thread, in µs; it stands still while other programs have the processor. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What an action cost the main thread, in ms. */
export interface ScriptCost {
  readonly scriptMs: number;
  /** Time of the thread in its longest task, without the time in which other programs had the processor. */
  readonly longestTaskMs: number;
}

/** Measures the script time of one action in ms; see {@link traceAction}. */
export async function scriptTime(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number> {
  return (await traceAction(browser, page, act)).scriptMs;
}

/**
 * Measures one action: its event, and all that the event causes, be it a timer, a promise, a frame or an observer.
 * Script time is read from the browser's trace, as the union of all times in which the page's main thread is in V8.
 * The `ScriptDuration` of the DevTools protocol omits microtasks and some observers, and a timer around the event
 * omits all that follows it. A layout that script forces counts as script; style, layout and paint after it do not,
 * but they count as a part of their task. `act` may only send input and not evaluate in the page, which would be
 * script too.
 */
export async function traceAction(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<ScriptCost> {
  const categories = ['devtools.timeline', 'v8', TASKS];
  await browser.startTracing(page, { categories });
  await act();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString(),
  );
  const events = onMainThreads(traceEvents);
  const tasks = events.filter(({ name }) => name === 'RunTask');
  return {
    scriptMs: unionMs(events.filter(({ name }) => SCRIPT.has(name))),
    longestTaskMs: Math.max(0, ...tasks.map(({ tdur, dur = 0 }) => tdur ?? dur)) / 1_000,
  };
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

/** Sums, for each thread, the time in at least one of its events; in time of the threads where the trace has it. */
function unionMs(events: readonly TraceEvent[]): number {
  const isTimed = events.every(({ tts, tdur }) => tts !== undefined && tdur !== undefined);
  const spans = events.map(({ pid, tid, ts, dur = 0, tts = 0, tdur = 0 }) => ({
    thread: `${pid} ${tid}`,
    from: isTimed ? tts : ts,
    to: isTimed ? tts + tdur : ts + dur,
  }));
  spans.sort((a, b) => a.from - b.from);
  const ends = new Map<string, number>();
  let sum = 0;
  for (const { thread, from, to } of spans) {
    const end = ends.get(thread) ?? 0;
    sum += Math.max(0, to - Math.max(from, end));
    ends.set(thread, Math.max(end, to));
  }
  return sum / 1_000;
}
