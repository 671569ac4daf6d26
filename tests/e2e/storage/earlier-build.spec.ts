import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { CLIENT_ID } from '../../support/client-id.ts';
import { openExportDialog } from '../../support/export-dialog.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { itemsPage } from '../../support/items-page.ts';
import { clientIdBoxOf, logOut } from '../../support/log-in-form.ts';
import { equalPlaylists } from '../../support/own-playlists.ts';
import { playlistsPage, tableIsFull } from '../../support/playlists-page.ts';
import { putStored, storedRecords, storedSession } from '../../support/stored.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';

/*
 * A database as the build before this folder layout left it. The records stand here as data, not
 * made by functions of `src`, so that a change of a stored shape cannot change them with it.
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const TRACKS = 120;
const PAGE = 50;

const LIBRARY = equalPlaylists(3, TRACKS);
const [WHOLE, PARTIAL, LATER] = LIBRARY.playlists.flatMap((playlist) => playlist ?? []);
const OWNER = { accountId: LIBRARY.user.accountId, clientId: CLIENT_ID };

test.use({ spotifyOptions: { library: LIBRARY } });

/** A row of the cached list of playlists, under a name that only the cache has. */
function rowOf(playlist: typeof WHOLE, name = playlist?.name) {
  return {
    id: playlist?.id,
    name,
    description: null,
    owner: LIBRARY.user.displayName,
    ownerId: LIBRARY.user.id,
    tracksTotal: TRACKS,
    visibility: 'private',
    spotifyUrl: `https://open.spotify.com/playlist/${playlist?.id}`,
    coverUrl: null,
    snapshotId: playlist?.snapshot_id,
  };
}

function trackAt(position: number) {
  return {
    position,
    kind: 'track',
    title: `Cached track ${position}`,
    artists: ['Cached artist'],
    album: null,
    addedAt: '2026-01-02T03:04:05Z',
    addedBy: LIBRARY.user.id,
    durationMs: 1000,
    releaseDate: '2020-01-01',
    explicit: false,
    isrc: null,
    id: `track${position}`,
    uri: `spotify:track:track${position}`,
    spotifyUrl: null,
  };
}

const tracksFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, place) => trackAt(first + place));

/** The header of the earlier form, which has no `expiresAt`. */
const savedAgo = (age: number) => ({ version: 1, ...OWNER, savedAt: Date.now() - age });

/** The records of an export that was begun three days ago and stopped after one playlist and a page. */
function unfinishedExport(age: number): Readonly<Record<string, unknown>> {
  const page = { offset: 0, limit: PAGE, total: TRACKS, entries: PAGE, hasNext: true };
  return {
    'library:export': {
      ...savedAgo(age),
      asked: {
        playlists: [rowOf(WHOLE), rowOf(PARTIAL), rowOf(LATER)],
        format: 'csv',
        files: 'zip',
        separator: ';',
        hasByteOrderMark: true,
        startedAt: Date.now() - age,
      },
    },
    [`library:item:${WHOLE?.id}`]: {
      ...savedAgo(age),
      rows: tracksFrom(1, TRACKS),
      mark: WHOLE?.snapshot_id,
    },
    [`library:item:${PARTIAL?.id}#0`]: {
      ...savedAgo(age),
      mark: PARTIAL?.snapshot_id,
      page: { ...page, rows: tracksFrom(1, PAGE) },
    },
  };
}

const SETTINGS: Readonly<Record<string, unknown>> = {
  'keeps-login': false,
  'table:Playlists': { hidden: ['visibility'], added: [], widths: { owner: 123 } },
};

const LISTS = (): Readonly<Record<string, unknown>> => ({
  'library:playlist:all': {
    ...savedAgo(MINUTE_MS),
    rows: [rowOf(WHOLE, 'Cached playlist'), rowOf(PARTIAL), rowOf(LATER)],
    mark: null,
  },
  'library:count:liked': { ...savedAgo(MINUTE_MS), rows: [77], mark: null },
  limits: { until: 0, quotas: {} },
});

/** A flow of the earlier form, of which only the request is known. */
const flowOf = (loginId: string) => ({
  version: 1,
  loginId,
  request: {
    at: Date.now(),
    endpoint: 'https://accounts.spotify.com/authorize',
    parameters: [['client_id', CLIENT_ID]],
    codeVerifier: { hidden: 64 },
  },
  response: null,
  exchange: null,
  call: null,
  refreshes: [],
  failure: null,
});

/** A page whose browser was left by the earlier build, with a login and further records. */
const earlierBuild = test.extend<{
  leave(records: Readonly<Record<string, unknown>>): Promise<void>;
}>({
  leave: async ({ page, spotify, redirectUris }, use) => {
    await use(async (records) => {
      const redirectUri = redirectUris[0] ?? '';
      // Only the tokens are of today: the simulated Spotify has to know them.
      await storeLogin(page, spotify, redirectUri);
      const { accessToken, refreshToken, grantedScopes } = await storedSession(page);
      const now = Date.now();
      await putStored(page, 'session', {
        version: 1,
        loginId: 'login-of-the-earlier-build',
        clientId: CLIENT_ID,
        redirectUri,
        issuer: 'https://accounts.spotify.com',
        askedScopes: grantedScopes,
        grantedScopes,
        accessToken,
        refreshToken,
        expiresIn: 3600,
        issuedAt: now,
        expiresAt: now + 3_600_000,
        authorizedAt: now,
        account: {
          accountId: LIBRARY.user.accountId,
          userId: LIBRARY.user.id,
          displayName: LIBRARY.user.displayName,
        },
        isKept: true,
      });
      for (const [key, record] of Object.entries(records)) await putStored(page, key, record);
    });
  },
});

const storedKeys = async (page: Page) => Object.keys(await storedRecords(page));

earlierBuild(
  'login, settings and lists of the earlier build are there at once, without a request',
  async ({ page, network, leave }) => {
    test.slow();
    await leave({ ...LISTS(), ...SETTINGS, flow: flowOf('login-of-the-earlier-build') });
    const held = holdAnswers(network, /spotify\.com/);
    await page.goto('/playlists');
    const { link, status, heading } = playlistsPage(page);
    await expect(status).toHaveText('3 playlists');
    await expect(link('Cached playlist')).toBeVisible();
    await expect(page.getByText('updated 1 minute ago')).toBeVisible();
    await tableIsFull(page);
    await expect(heading('Visibility')).toHaveCount(0);
    expect((await heading('Owner').boundingBox())?.width).toBeCloseTo(123, 0);
    expect(held.waiting).toBe(0);
    held.letAllPass();

    await page.getByRole('link', { name: 'Login flow' }).click();
    await expect(page.getByText('Authorization request').first()).toBeVisible();
    expect(Object(await storedRecords(page))['flow']).toMatchObject({
      loginId: 'login-of-the-earlier-build',
    });
    await logOut(page);
    await expect(clientIdBoxOf(page)).toHaveValue(CLIENT_ID);
    await expect(
      page.getByRole('checkbox', { name: 'Keep me logged in on this device' }),
    ).not.toBeChecked();
    expect((await storedKeys(page)).sort()).toEqual(['client-id', ...Object.keys(SETTINGS)]);
  },
);

earlierBuild(
  'tracks of the earlier build are shown at once, and an unfinished export is resumed with those that came for it',
  async ({ page, network, leave }) => {
    test.slow();
    await leave({ ...LISTS(), ...unfinishedExport(3 * DAY_MS) });
    await page.goto('/playlists');
    await tableIsFull(page);
    await page.reload();
    await tableIsFull(page);
    expect(await storedKeys(page)).toContain('library:export');
    const { button, save } = await openExportDialog(page);
    await expect(button('Resume')).toBeVisible();
    const files = unzipSync((await save('Resume')).bytes);
    const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(texts).toHaveLength(3);
    expect(texts.every((text) => text.startsWith('\uFEFFPosition;Title;'))).toBe(true);
    const cached = texts.map((text) => text.match(/Cached track/g)?.length ?? 0);
    expect(cached.sort((one, other) => one - other)).toEqual([0, PAGE, TRACKS]);
    const asked = network.requestsTo(/\/items\?/).map(({ url }) => new URL(url));
    expect(asked.filter(({ pathname }) => pathname.includes(String(WHOLE?.id)))).toEqual([]);
    expect(
      asked
        .filter(({ pathname }) => pathname.includes(String(PARTIAL?.id)))
        .map(({ searchParams }) => searchParams.get('offset'))
        .sort(),
    ).toEqual(['100', '50']);

    await leave({ ...LISTS(), ...unfinishedExport(MINUTE_MS) });
    const held = holdAnswers(network, /api\.spotify\.com/);
    await page.goto(`/playlists/${WHOLE?.id}`);
    await expect(itemsPage(page, 'Tracks').rowAt(1)).toContainText('Cached track 1');
    held.letAllPass();
    await page.goto(`/playlists/${PARTIAL?.id}`);
    const { status, rowAt } = itemsPage(page, 'Tracks');
    await expect(status).toHaveText(`${TRACKS} songs`);
    await expect(rowAt(1)).toContainText('Cached track 1');
  },
);
