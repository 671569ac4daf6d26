import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { PacedConnection } from '../spotify/http.ts';
import type { LimitMemory } from '../spotify/limits.ts';
import { makePace, type Pace } from '../spotify/pace.ts';
import { type ListCaches, makeListCaches } from '../storage/list-cache.ts';
import type { Owner } from '../storage/list-records.ts';
import { type Services, useServices } from './services.tsx';

/** Spotify's Web API as the pages use it: the way there, its pace, and what is kept of its answers. */
export interface Spotify {
  readonly connection: PacedConnection;
  readonly pace: Pace;
  readonly caches: ListCaches;
  /** Whose answers these are; `undefined` while that is not known. */
  readonly owner: () => Owner | undefined;
}

/** One for all pages of a world: they share its pace and its memory. */
const made = new WeakMap<Services, Spotify>();

/** Gives this app's way to Spotify. */
export function useSpotify(): Spotify {
  const services = useServices();
  let spotify = made.get(services);
  if (!spotify) {
    spotify = makeSpotify(services);
    made.set(services, spotify);
  }
  return spotify;
}

function makeSpotify({ connection, clock, database, name, session }: Services): Spotify {
  const open = async () =>
    (await import('../storage/limit-memory.ts')).openLimitMemory(database, name);
  const memory: LimitMemory = {
    // A login is a try by hand: nothing that was known before it holds it up.
    read: async () => (owner() ? (await open()).read() : undefined),
    // Where its code does not load, this page keeps its pace alone.
    write: (limits) =>
      void open().then(
        (opened) => opened.write(limits),
        () => undefined,
      ),
    listen(listener) {
      // Its code does not compete with the first rows either.
      let isOpen = false;
      const openOnce = () => {
        if (isOpen || !owner()) return;
        isOpen = true;
        open().then(
          (opened) => opened.listen(listener),
          () => {
            isOpen = false;
          },
        );
      };
      openOnce();
      session.subscribe(openOnce);
    },
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

/** Follows until when requests wait, in ms since the epoch; 0 while they do not. */
export function createWaitingUntil(pace: Pace): Accessor<number> {
  const [until, setUntil] = createSignal(pace.waitingUntil());
  onCleanup(pace.subscribe(() => setUntil(pace.waitingUntil())));
  return until;
}
