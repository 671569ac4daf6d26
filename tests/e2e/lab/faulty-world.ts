import type { BrowserContext, Page } from '@playwright/test';
import type { FaultSettings } from '../../../src/demo/faults.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER } from '../../../src/demo/music/owners.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import type { MatrixStep } from '../../support/fault-matrix.ts';
import type { MetFault } from '../../support/fault-walk.ts';
import type { Answer } from '../../support/loopback-server.ts';
import type { Network } from '../../support/network.ts';
import { coverImage, IMAGE_HOSTS } from '../../support/simulated-spotify.ts';

/** Two pages of each kind, with covers. */
export const library = makeLibrary({
  playlists: 60,
  hasCovers: true,
  liked: 60,
  itemsPerPlaylist: 60,
});
const own = library.playlists.find((playlist) => playlist?.owner?.id === DEMO_USER.id)?.id;
const COVERS = /\.(scdn\.co|spotifycdn\.com)\//;

/** The page of a step, its final state, and its requests. */
export interface Place {
  readonly path: string;
  readonly whole: string;
  readonly rows: number;
  readonly kept: string;
  readonly spoils?: Pick<FaultSettings, 'on' | 'offset'>;
  readonly url: RegExp;
}

/** The page of all playlists. */
export const LIST = {
  path: '/playlists',
  whole: '60 playlists',
  rows: 61,
  kept: 'library:playlist:all',
};
const ITEMS = {
  path: `/playlists/${own}`,
  whole: '60 songs',
  rows: 61,
  kept: `library:item:${own}`,
};
const LIKED = { path: '/liked', whole: '60 songs', rows: 61, kept: 'library:item:liked' };
/** The place of every step. */
export const PLACES: Readonly<Record<MatrixStep, Place>> = {
  authorize: { ...LIST, spoils: { on: 'authorize' }, url: /\/authorize\?/ },
  token: { ...LIST, spoils: { on: 'token' }, url: /\/api\/token$/ },
  refresh: { ...LIST, spoils: { on: 'refresh' }, url: /\/api\/token$/ },
  profile: { ...LIST, spoils: { on: 'profile' }, url: /\/v1\/me$/ },
  'first page': { ...LIST, spoils: { on: 'playlists', offset: 0 }, url: /playlists\?.*offset=0$/ },
  'later page': {
    ...LIST,
    spoils: { on: 'playlists', offset: 50 },
    url: /playlists\?.*offset=50$/,
  },
  playlist: { ...ITEMS, spoils: { on: 'playlist' }, url: /\/v1\/playlists\/\w+\?/ },
  items: { ...ITEMS, spoils: { on: 'items', offset: 50 }, url: /\/items\?.*offset=50/ },
  liked: { ...LIKED, spoils: { on: 'liked', offset: 0 }, url: /\/me\/tracks\?/ },
  cover: { ...LIST, url: COVERS },
};

/** A person's browser, and everything around it that may fail. */
export interface World {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly network: Network;
  readonly spotify: SimulatedSpotify;
}

/** Makes a step fail from now on. */
export async function spoil(
  { page, context, network, spotify }: World,
  { step, fault }: MetFault,
): Promise<void> {
  const { spoils, url } = PLACES[step];
  if (fault === 'offline') await context.setOffline(true);
  else if (fault === 'dns-failure')
    await page.route(url, (route) => route.abort('namenotresolved'));
  else if (spoils) spotify.faults.arm(fault, { ...spoils, times: Number.POSITIVE_INFINITY });
  else if (fault === 'network-error')
    network.break(url, 'reset-stream', { times: Number.POSITIVE_INFINITY });
  else answerCovers(network, async () => new Response(null, { status: 503 }));
}

/** Ends every fault. */
export async function mend(
  { page, context, network, spotify }: World,
  { fault }: MetFault,
): Promise<void> {
  await page.unrouteAll();
  // Last, because a browser on a computer without a network would be offline.
  if (fault === 'offline') await context.setOffline(false);
  spotify.faults.clear();
  network.mend();
  answerCovers(network, coverImage);
}

/** Covers are not cached, so that none of an earlier step is reused. */
function answerCovers(network: Network, answer: Answer): void {
  for (const host of IMAGE_HOSTS) {
    network.hosts.set(host, async (request) => {
      const answered = await answer(request);
      if (answered instanceof Response) answered.headers.set('cache-control', 'no-store');
      return answered;
    });
  }
}
