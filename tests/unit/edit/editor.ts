import type { SetupServer } from 'msw/node';
import { SCOPE_NAMES } from '../../../src/config.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { type ApplyDependencies, applyJob } from '../../../src/features/edit/apply/apply-job.ts';
import { type EditJob, makeJob } from '../../../src/features/edit/journal/job-record.ts';
import type { Rows } from '../../../src/features/edit/plan/operation.ts';
import type { Plan } from '../../../src/features/edit/plan/plan.ts';
import type { PacedConnection } from '../../../src/spotify/http.ts';
import { makePace } from '../../../src/spotify/pace.ts';
import { CLIENT, openBrowser, type Tab } from '../../support/unit/browser.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { authorizationResponse, simulateSpotify } from '../../support/unit/spotify.ts';
import { hurry } from '../../support/unit/test-clock.ts';

const WRITE_SCOPES = ['playlist-modify-private', 'playlist-modify-public', 'user-library-modify'];

/** Made once: what is changed in a test lies over it. */
const library = makeLibrary({ playlists: 12, itemsPerPlaylist: 7, liked: 5, hasSaved: true });
const USED = new Set(
  library.playlists
    .flatMap((each) => (each ? library.items(each.id) : []))
    .map(({ item }) => item?.uri),
);
const OTHERS = makeLibrary({ playlists: 0, liked: 400 })
  .liked()
  .map(({ track }) => track.uri)
  .filter((uri) => !USED.has(uri));

/** A logged-in person who may change a small library at the simulated Spotify. */
export interface Editor {
  readonly spotify: SimulatedSpotify;
  /** Every state of a job that was stored, in order. */
  readonly stored: EditJob[];
  readonly connection: PacedConnection;
  /** Ids of the playlists that were backed up. */
  readonly backedUp: string[];
  /** The first playlists of the person's own. */
  readonly own: readonly WirePlaylist[];
  /** URIs of a playlist now. */
  rows(id: string): Rows;
  /** URIs that are in no playlist of the library. */
  readonly others: readonly string[];
  job(plan: Plan): EditJob;
  /** Carries out a job as fast as the clock allows. */
  apply(job: EditJob, changes?: Partial<ApplyDependencies>, signal?: AbortSignal): Promise<EditJob>;
  /** Requests that changed something, as method and path. */
  writes(): readonly string[];
}

/** Logs in with the scopes that writing needs. */
export async function openEditor(network: SetupServer, onRequest = () => {}): Promise<Editor> {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, { library });
  const tab = browser.openTab();
  await logIn(tab, [...SCOPE_NAMES, ...WRITE_SCOPES]);
  const { clock } = browser;
  const pace = makePace({ clock, memory: openLimits()(), random: () => 0.5 });
  const fetch = (url: string, init?: RequestInit) => {
    onRequest();
    return tab.session.fetch(url, init);
  };
  const stored: EditJob[] = [];
  const backedUp: string[] = [];
  const own = spotify.library.playlists.filter(
    (playlist): playlist is WirePlaylist => playlist?.owner?.id === library.user.id,
  );
  let jobs = 0;
  const connection: PacedConnection = { fetch, clock, isOnline: () => true, pace };
  return {
    spotify,
    connection,
    stored,
    backedUp,
    own,
    others: OTHERS,
    rows: (id) => spotify.library.items(id).map(({ item }) => item?.uri ?? null),
    job(plan) {
      jobs += 1;
      return makeJob(
        plan,
        { accountId: library.user.accountId, clientId: CLIENT.clientId },
        { id: `job ${jobs}`, now: clock.now() },
      );
    },
    async apply(job, changes = {}, signal = new AbortController().signal) {
      const work = applyJob(
        job,
        {
          connection,
          clock,
          ensureSameAccount: () => undefined,
          async save(next) {
            // What is stored cannot be changed by what follows.
            stored.push(structuredClone(next));
          },
          async backUp(_, list) {
            backedUp.push(list);
          },
          ...changes,
        },
        signal,
      );
      await hurry(clock, work);
      return work;
    },
    writes: () =>
      spotify.requests
        .filter(({ method, step }) => method !== 'GET' && step !== 'token')
        .map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/v1', '')}`),
  };
}

async function logIn({ session }: Tab, scopes: readonly string[]): Promise<void> {
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/', scopes });
  await session.completeLogin(await authorizationResponse(request));
}

/** The plan's view of a playlist as it is now. */
export function listNow(editor: Editor, { id, name }: Pick<WirePlaylist, 'id' | 'name'>) {
  return { id, name, rows: editor.rows(id) };
}
