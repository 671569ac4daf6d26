import type { Clock } from '../../clock.ts';
import type { Fetch } from '../../oauth/types.ts';

/** The source of an entry. */
export type Actor = 'App' | 'Spotify' | 'Fault' | 'Time' | 'Person';

/** One event of an experiment. */
export interface Entry {
  /** Time since the start on the lab's clock, in ms. */
  readonly at: number;
  readonly actor: Actor;
  readonly text: string;
  /** Whether it happens in every login or load without a fault, too. */
  readonly isRoutine: boolean;
}

/** The events of an experiment, in order. */
export interface Journal {
  readonly entries: readonly Entry[];
  note(actor: Actor, text: string, options?: { readonly isRoutine: boolean }): void;
}

/** Opens an empty journal. */
export function openJournal(elapsed: () => number): Journal {
  const entries: Entry[] = [];
  return {
    entries,
    note: (actor, text, { isRoutine } = { isRoutine: false }) =>
      entries.push({ at: elapsed(), actor, text, isRoutine }),
  };
}

/** Formats a query with its long values truncated. */
export function shortQuery(query: URLSearchParams): string {
  return [...query].map(([name, value]) => `${name}=${shortened(value)}`).join('&');
}

function shortened(value: string): string {
  return value.length > 24 ? `${value.slice(0, 10)}…` : value;
}

/** Maximum length of a quoted error message. */
const QUOTED = 90;

/** Makes a `fetch` that logs every request and its response, without tokens. */
export function makeNotedFetch(fetch: Fetch, { note }: Journal): Fetch {
  return async (url, init) => {
    const asked = `${init.method ?? 'GET'} ${addressOf(url)}`;
    const grant = grantOf(init);
    const isRoutine = !grant.includes('refresh_token') && (grant !== '' || !isChange(init));
    note('App', `${asked}${grant}`, { isRoutine });
    try {
      const response = await fetch(url, init);
      const reason = await reasonOf(response);
      note('Spotify', `${response.status} ${reason}to ${asked}`, { isRoutine: response.ok });
      return response;
    } catch (error) {
      const isGivenUp = init.signal?.aborted === true;
      note(
        isGivenUp ? 'App' : 'Spotify',
        isGivenUp ? `gives up ${asked}` : `no reply that a page can read to ${asked}`,
      );
      throw error;
    }
  };
}

function isChange({ method = 'GET' }: RequestInit): boolean {
  return method !== 'GET';
}

function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  return pathname + (searchParams.size > 0 ? `?${shortQuery(searchParams)}` : '');
}

function grantOf({ body }: RequestInit): string {
  return body instanceof URLSearchParams ? ` (${body.get('grant_type')})` : '';
}

/** The error code or message of a refusal, shortened. */
async function reasonOf(response: Response): Promise<string> {
  if (response.ok) return '';
  const text = await response.clone().text();
  try {
    const { error } = Object(JSON.parse(text));
    const reason: unknown = error?.reason ?? error?.message ?? error;
    return typeof reason === 'string' ? `“${reason}” ` : '';
  } catch {
    return text ? `“${text.slice(0, QUOTED)}…” ` : '';
  }
}

/** A clock that logs its sleeps. */
export interface NotedWaits {
  readonly clock: Clock;
  /** Durations in s; concurrent waits count once. */
  waits(): readonly number[];
}

/** Makes a clock that reports each wait when it begins. */
export function noteWaits(clock: Clock, onWait: (seconds: number) => void): NotedWaits {
  const known = new Map<number, number>();
  return {
    clock: {
      now: clock.now,
      sleep(ms, signal) {
        const end = clock.now() + ms;
        if (!known.has(end)) {
          known.set(end, ms / 1000);
          onWait(ms / 1000);
        }
        return clock.sleep(ms, signal);
      },
    },
    waits: () => [...known.values()],
  };
}
