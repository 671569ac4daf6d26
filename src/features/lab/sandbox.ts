import { SCOPE_NAMES, SPOTIFY_API } from '../../config.ts';
import type { Simulation, SimulationOptions } from '../../demo/simulate.ts';
import type { WantedScopes } from '../../services/login-scopes.ts';
import { makeInPageChannels, makeInPageLocks } from '../../session/in-page-tabs.ts';
import { makeSession, type Session } from '../../session/session.ts';
import { makePace } from '../../spotify/pace.ts';
import { getProfile } from '../../spotify/profile.ts';
import {
  makeMemoryPendingLoginStore,
  makeMemoryTabMark,
  makeMemoryTokenStore,
} from '../../storage/memory.ts';
import { errorText, loginFailureText } from '../../words/errors.ts';
import { type Journal, makeNotedFetch, noteWaits, openJournal, shortQuery } from './journal.ts';
import type { End, LabCase } from './lab-case.ts';
import { makeLabClock } from './lab-clock.ts';
import { openTable, type Table } from './table.ts';
import { makeWriter, type Writer } from './writer.ts';

/** Makes a simulated Spotify for an experiment; passed in by the demo. */
export type Simulate = (options: SimulationOptions) => Simulation;

/** A browser with the app, and a Spotify, for one experiment; the demo shares no state with the sandbox. */
export interface Sandbox extends Omit<Table, 'rows' | 'leave'> {
  readonly spotify: Simulation;
  /** The session of the first tab. */
  readonly session: Session;
  /** Opens the app in one more tab of the same browser. */
  openTab(): Promise<Session>;
  /** Opens the app in another person's browser. */
  openOtherBrowser(): Session;
  /**
   * Begins a login and returns the parameters of the authorization response; `undefined` where Spotify shows an
   * error page.
   */
  askSpotify(
    from?: Session,
    answer?: 'agree' | 'decline',
    wanted?: WantedScopes,
  ): Promise<URLSearchParams | undefined>;
  /** Opens the app's callback page with this response in the address. */
  openCallback(response: URLSearchParams): Promise<void>;
  /** Logs in without a fault, by default with the scopes that read. */
  logIn(wanted?: WantedScopes): Promise<void>;
  /** Moves the clock forward by so many ms. */
  skip(ms: number): void;
  /** Requests the profile in a tab. */
  askProfile(from?: Session): Promise<void>;
  readonly journal: Journal;
  /** Changes playlists in the first tab. */
  readonly writer: Omit<Writer, 'facts'>;
}

/** A sandbox, with the results of its experiment. */
export interface OpenSandbox extends Sandbox {
  /** Messages of the app to the person, in order. */
  readonly said: readonly string[];
  end(): Promise<End>;
  close(): void;
}

/** Options of a sandbox. */
export interface SandboxOptions {
  readonly simulate: Simulate;
  /** Makes a wait of the app visible, given in ms of the lab's clock. */
  readonly pause: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Opens a browser and a Spotify for one experiment. */
export function openSandbox(
  { simulate, pause, signal }: SandboxOptions,
  { spotify: options, redirectUri }: Pick<LabCase, 'spotify' | 'redirectUri'>,
): OpenSandbox {
  const clock = makeLabClock(pause, signal);
  const spotify = simulate({ ...options, clock });
  const journal = openJournal(clock.elapsed);
  const { note } = journal;
  const fetch = makeNotedFetch(spotify.fetch, journal);
  const tokens = makeMemoryTokenStore();
  const browser = {
    tokens,
    pendingLogins: makeMemoryPendingLoginStore(),
    locks: makeInPageLocks(),
    joinChannel: makeInPageChannels(),
  };
  const waits = noteWaits(clock, (seconds) => note('App', `waits ${seconds} s`));
  const errors: string[] = [];
  const said: string[] = [];
  /** The last authorization response, until it arrives as it was sent. */
  let sent: string | undefined;
  let firstRefreshToken: string | null | undefined;

  function openApp({ joinChannel, ...stores }: typeof browser): Session {
    return makeSession({
      ...stores,
      server: spotify.server,
      apiOrigin: SPOTIFY_API,
      redirectUri: redirectUri ?? spotify.redirectUri,
      scopes: SCOPE_NAMES,
      tabMark: makeMemoryTabMark(),
      lockName: 'lab',
      channel: joinChannel(),
      clock: clock.forLimits,
      fetch,
      isFramed: false,
    });
  }
  const session = openApp(browser);
  /** The connection of one tab to the Web API, at a pace of its own. */
  const connectionOf = (from: Session) => ({
    fetch: from.fetch,
    clock: clock.forLimits,
    isOnline: () => true,
    pace: makePace({
      clock: waits.clock,
      memory: { read: async () => undefined, write: () => undefined, listen: () => undefined },
      // Without jitter, so that waits are the documented ones.
      random: () => 0.5,
    }),
  });
  function failed(error: unknown, words: (error: unknown) => string): void {
    const { kind = String(error) }: { kind?: string } = Object(error);
    errors.push(kind);
    said.push(words(error));
    note('App', `stops: ${kind}`);
  }

  const connection = connectionOf(session);
  const table = openTable({
    connection,
    journal,
    fail: (error) => failed(error, errorText),
    signal,
  });

  const writer = makeWriter({
    connection,
    clock,
    session,
    spotify,
    journal,
    fail: failed,
    say: (text) => said.push(text),
    signal,
  });

  return {
    ...table,
    writer,
    spotify,
    session,
    journal,
    said,
    async openTab() {
      const tab = openApp(browser);
      await tab.restore();
      return tab;
    },
    openOtherBrowser: () =>
      openApp({
        tokens: makeMemoryTokenStore(),
        pendingLogins: makeMemoryPendingLoginStore(),
        locks: makeInPageLocks(),
        joinChannel: makeInPageChannels(),
      }),

    async askSpotify(from = session, answer = 'agree', wanted = {}) {
      const { clientId } = spotify;
      const request = await from.beginLogin({ clientId, returnTo: '/playlists', ...wanted });
      const query = shortQuery(request.searchParams);
      note('App', `goes to ${request.pathname}?${query}`, { isRoutine: true });
      const agrees = answer === 'agree';
      note('Person', `${agrees ? 'agrees' : 'declines'} at Spotify`, { isRoutine: agrees });
      const authorized = await spotify.authorize(request, answer);
      if (authorized.kind === 'back') {
        sent = `${authorized.response}`;
        const back = shortQuery(authorized.response);
        note('Spotify', `leads back to /callback?${back}`, { isRoutine: agrees });
        return authorized.response;
      }
      note('Spotify', `shows its own page, “${authorized.text}”, and leads nowhere`);
      return undefined;
    },

    async openCallback(response) {
      const isRoutine = `${response}` === sent;
      note('Person', `arrives at /callback?${shortQuery(response)}`, { isRoutine });
      if (isRoutine) sent = undefined;
      try {
        await session.completeLogin(response);
        firstRefreshToken = (await tokens.read())?.refreshToken;
        note('App', 'has logged in');
      } catch (error) {
        signal.throwIfAborted();
        failed(error, loginFailureText);
      }
    },

    async logIn(wanted) {
      const response = await this.askSpotify(session, 'agree', wanted);
      if (response) await this.openCallback(response);
    },

    skip(ms) {
      clock.skip(ms);
      note('Time', `${Math.round(ms / 60_000)} minutes pass`);
    },

    async askProfile(from = session) {
      try {
        await getProfile(connectionOf(from), signal);
      } catch (error) {
        signal.throwIfAborted();
        failed(error, errorText);
      }
    },

    async end() {
      const stored = await tokens.read();
      const requestsOf = (step: string) =>
        spotify.requests.filter((request) => request.step === step).length;
      const isFirst = stored?.refreshToken === firstRefreshToken;
      return {
        errors,
        tokenRequests: requestsOf('token'),
        refreshRequests: requestsOf('refresh'),
        listRequests: requestsOf('playlists'),
        profileRequests: requestsOf('profile'),
        waits: waits.waits(),
        ...writer.facts(),
        rows: table.rows().length,
        songs: table.rows().reduce((sum, { tracksTotal }) => sum + (tracksTotal ?? 0), 0),
        login: stored ? 'kept' : session.state().kind === 'ended' ? 'ended' : 'none',
        refreshToken: !stored?.refreshToken ? 'none' : isFirst ? 'the first one' : 'a new one',
      };
    },

    close: table.leave,
  };
}
