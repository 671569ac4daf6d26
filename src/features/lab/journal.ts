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
