import { isDeepStrictEqual } from 'node:util';
import { systemClock } from '../../src/clock.ts';

/** Longest wait for a thing to happen, in ms; hardly anything takes a tenth of it. */
const LIMIT_MS = 30_000;
const PAUSE_MS = 50;
/** How much of a long text is shown from where it differs, and before that, in characters. */
const SHOWN_AFTER = 300;
const SHOWN_BEFORE = 60;

/** A value, or what tells whether a value is the right one. */
export type Wanted<Seen> = Seen | ((seen: Seen) => boolean);

/** How a wait is to be. */
export interface WaitOptions<Seen> {
  /** Longest wait, in ms; half a minute where not given. */
  readonly limitMs?: number;
  /** What must never be seen on the way: it ends the wait at once. */
  readonly never?: (seen: Seen) => boolean;
}

/**
 * Reads again and again until what is read is wanted, and gives it; a read that throws counts as one
 * that came too early.
 *
 * @throws Error with what was waited for, what was expected and what was seen last.
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

/**
 * Gives up on work that does not end.
 *
 * @throws Error that says what did not end.
 */
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

/** What came of one read. */
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

/** Two texts, cut where they are long to where they begin to differ. */
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
