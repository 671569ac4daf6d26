import { isDeepStrictEqual } from 'node:util';
import { systemClock } from '../../src/clock.ts';

/** Timeout of a wait, in ms; almost all take less than a tenth of it. */
const LIMIT_MS = 30_000;
const PAUSE_MS = 50;
/** How much of a long text an error quotes from the first difference, and before it, in characters. */
const SHOWN_AFTER = 300;
const SHOWN_BEFORE = 60;

/** The expected value, or a predicate. */
export type Wanted<Seen> = Seen | ((seen: Seen) => boolean);

/** Options of a wait. */
export interface WaitOptions<Seen> {
  /** Timeout, in ms; half a minute by default. */
  readonly limitMs?: number;
  /** Values that must never occur: one of them ends the wait at once. */
  readonly never?: (seen: Seen) => boolean;
}

/**
 * Polls until a value is the expected one, and returns it; a read that throws is repeated. @throws Error with the
 * name of the wait, the expected value and the last one.
 */
export async function eventually<Seen>(
  what: string,
  read: () => Promise<Seen> | Seen,
  wanted: Wanted<Seen>,
  { limitMs = LIMIT_MS, never = () => false }: WaitOptions<Seen> = {},
): Promise<Seen> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await attempt(read);
    if ('seen' in answer) {
      if (never(answer.seen)) throw new Error(`${what}: saw ${cut(asText(answer.seen), 0)}`);
      if (isMet(wanted, answer.seen)) return answer.seen;
    }
    if (Date.now() > end) throw new Error(`${what}: ${missed(answer, wanted, limitMs)}`);
    await systemClock.sleep(PAUSE_MS);
  }
}

/** Rejects when work does not end in time. @throws Error that names the work. */
export async function inTime<Result>(what: string, work: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const tooLate = systemClock.sleep(LIMIT_MS, done.signal).then(() => {
    throw new Error(`${what}: not done within ${LIMIT_MS / 1000} s`);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    done.abort();
  }
}

/** Result of one read. */
type Attempt<Seen> = { readonly seen: Seen } | { readonly thrown: unknown };

async function attempt<Seen>(read: () => Promise<Seen> | Seen): Promise<Attempt<Seen>> {
  try {
    return { seen: await inTime('A look at the page', Promise.resolve(read())) };
  } catch (thrown) {
    return { thrown };
  }
}

function isMet<Seen>(wanted: Wanted<Seen>, seen: Seen): boolean {
  return wanted instanceof Function ? wanted(seen) : isDeepStrictEqual(seen, wanted);
}

function missed<Seen>(last: Attempt<Seen>, wanted: Wanted<Seen>, limitMs: number): string {
  const saw = 'seen' in last ? asText(last.seen) : `an error: ${last.thrown}`;
  const limit = `${limitMs / 1000} s`;
  if (wanted instanceof Function) return `not there within ${limit}, saw ${cut(saw, 0)}`;
  const [expected, seen] = apart(asText(wanted), saw);
  return `expected ${expected} within ${limit}, saw ${seen}`;
}

function asText(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** Two texts, truncated to where they begin to differ. */
function apart(one: string, other: string): readonly [string, string] {
  const shortest = Math.min(one.length, other.length);
  let same = 0;
  while (same < shortest && one[same] === other[same]) same += 1;
  return [cut(one, same), cut(other, same)];
}

function cut(text: string, around: number): string {
  if (text.length <= SHOWN_AFTER) return text;
  const start = Math.max(0, around - SHOWN_BEFORE);
  const end = around + SHOWN_AFTER;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
