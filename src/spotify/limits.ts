/** What all tabs of a browser know of Spotify's limits. */
export interface Limits {
  /** No request before this time, in ms since the epoch. */
  readonly until: number;
  /** When which kind of address ran out of quota, in ms since the epoch. */
  readonly quotas: Readonly<Record<string, number>>;
}

/** Keeps the limits where other tabs and later visits find them. */
export interface LimitMemory {
  read(): Promise<Limits | undefined>;
  write(limits: Limits): void;
  listen(listener: (limits: Limits) => void): void;
}

/** Quotas are counted by kind of address, not by playlist. */
export function kindOf(url: string): string {
  return new URL(url).pathname.replace(/[\dA-Za-z]{22}/, '*');
}
