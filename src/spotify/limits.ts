/** Spotify's limits as known to all tabs of a browser. */
export interface Limits {
  /** No request before this time, in ms since the epoch. */
  readonly until: number;
  /** When a quota was exhausted, in ms since the epoch, by kind of address. */
  readonly quotas: Readonly<Record<string, number>>;
}

/** Stores the limits for other tabs and later visits. */
export interface LimitMemory {
  read(): Promise<Limits | undefined>;
  write(limits: Limits): void;
  listen(listener: (limits: Limits) => void): void;
}

/** Gives the key of a quota: the address without IDs, since quotas are not counted by playlist. */
export function kindOf(url: string): string {
  return new URL(url).pathname.replace(/[\dA-Za-z]{22}/, '*');
}
