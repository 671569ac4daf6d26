import type { Clock } from '../../clock.ts';
import type { Fetch } from '../../oauth/types.ts';

/** Whose doing an entry is. */
export type Actor = 'App' | 'Spotify' | 'Fault' | 'Time' | 'Person';

/** One thing that happened in an experiment. */
export interface Entry {
  /** Time of the lab since the start, in ms. */
  readonly at: number;
  readonly actor: Actor;
  readonly text: string;
}

/** What happened in an experiment, in order. */
export interface Journal {
  readonly entries: readonly Entry[];
  note(actor: Actor, text: string): void;
}

/** Opens an empty journal. */
export function openJournal(elapsed: () => number): Journal {
  const entries: Entry[] = [];
  return {
    entries,
    note: (actor, text) => entries.push({ at: elapsed(), actor, text }),
  };
}

/** Writes a query with its long values cut short. */
export function shortQuery(query: URLSearchParams): string {
  return [...query].map(([name, value]) => `${name}=${shortened(value)}`).join('&');
}

function shortened(value: string): string {
  return value.length > 24 ? `${value.slice(0, 10)}…` : value;
}

/** The longest text of a refusal that is quoted. */
const QUOTED = 90;

/** Makes a `fetch` that writes every request and its answer down, without tokens. */
export function makeNotedFetch(fetch: Fetch, { note }: Journal): Fetch {
  return async (url, init) => {
    const asked = `${init.method ?? 'GET'} ${addressOf(url)}`;
    note('App', `${asked}${grantOf(init)}`);
    try {
      const response = await fetch(url, init);
      note('Spotify', `${response.status} ${await reasonOf(response)}to ${asked}`);
      return response;
    } catch (error) {
      const isGivenUp = init.signal?.aborted === true;
      note(
        isGivenUp ? 'App' : 'Spotify',
        isGivenUp ? `gives up ${asked}` : `no answer that a page can read to ${asked}`,
      );
      throw error;
    }
  };
}

function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  return pathname + (searchParams.size > 0 ? `?${shortQuery(searchParams)}` : '');
}

function grantOf({ body }: RequestInit): string {
  return body instanceof URLSearchParams ? ` (${body.get('grant_type')})` : '';
}

/** Why Spotify refuses, in its own short words. */
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

/** A clock whose sleeps are written down. */
export interface NotedWaits {
  readonly clock: Clock;
  /** Each wait once, however many wait together, in s. */
  waits(): readonly number[];
}

/** Makes a clock that tells of each wait when it begins. */
export function noteWaits(clock: Clock, tell: (seconds: number) => void): NotedWaits {
  const known = new Map<number, number>();
  return {
    clock: {
      now: clock.now,
      sleep(ms, signal) {
        const end = clock.now() + ms;
        if (!known.has(end)) {
          known.set(end, ms / 1000);
          tell(ms / 1000);
        }
        return clock.sleep(ms, signal);
      },
    },
    waits: () => [...known.values()],
  };
}
