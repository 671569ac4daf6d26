import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { PacedConnection } from '../spotify/http.ts';
import type { LimitMemory } from '../spotify/limits.ts';
import { makePace, type Pace } from '../spotify/pace.ts';
import { openLimitMemory } from '../storage/limit-memory.ts';
import { type ListCaches, makeListCaches } from '../storage/list-cache.ts';
import type { Owner } from '../storage/list-records.ts';
import { type Services, useServices } from './services.tsx';

/** The Web API for all pages: connection, pace, and the cache of its responses. */
export interface Spotify {
  readonly connection: PacedConnection;
  readonly pace: Pace;
  readonly caches: ListCaches;
  /** The account that the responses belong to; `undefined` while it is unknown. */
  readonly owner: () => Owner | undefined;
}

/** Returns the Web API of these services; all pages share its pace and cache. */
export function useSpotify(): Spotify {
  return spotifyOf(useServices());
}

/** The services that the Web API is made of, which exist before the app is drawn. */
type Parts = Pick<Services, 'connection' | 'clock' | 'database' | 'name' | 'session' | 'late'>;

/** Returns the Web API of these services outside of components. */
export function spotifyOf(services: Parts): Spotify {
  services.late.spotify ??= makeSpotify(services);
  return services.late.spotify;
}

function makeSpotify({ connection, clock, database, name, session }: Parts): Spotify {
  const stored = openLimitMemory(database, name);
  const memory: LimitMemory = {
    ...stored,
    // A new login is a manual retry, so limits from before it do not apply.
    read: async () => (owner() ? stored.read() : undefined),
  };
  const pace = makePace({ clock, memory, random });
  function login() {
    const state = session.state();
    return state.kind === 'signed-in' ? state.record : undefined;
  }
  function owner() {
    const record = login();
    if (!record?.account) return undefined;
    const { loginId, clientId, account } = record;
    return { loginId, clientId, accountId: account.accountId };
  }
  return {
    connection: { ...connection, pace },
    pace,
    caches: makeListCaches({ database, owner, loginId: () => login()?.loginId, clock }),
    owner,
  };
}

function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

/** Makes a signal of the time until which requests wait, in ms since the epoch; 0 while none waits. */
export function createWaitingUntil(pace: Pace): Accessor<number> {
  const [until, setUntil] = createSignal(pace.waitingUntil());
  onCleanup(pace.subscribe(() => setUntil(pace.waitingUntil())));
  return until;
}
