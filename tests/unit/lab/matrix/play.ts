import { expect } from 'vitest';
import type { FaultName, FaultSettings } from '../../../../src/demo/faults.ts';
import { type Cell, SPELLS, type Spell } from '../../../support/fault-matrix.ts';
import type { useNetwork } from '../../../support/unit/network.ts';
import { logIn } from '../../../support/unit/spotify.ts';
import type { Attempt } from './attempt.ts';
import { openLiked, openPlaylist, openPlaylists } from './lists.ts';
import { logInThrough, RETURNS } from './logins.ts';
import { openStage, type Stage } from './stage.ts';

const IMAGES = /^https:\/\/[^/]*\.(scdn\.co|spotifycdn\.com)\//;
const HOUR_MS = 3_600_000;

/** What a person does in a step, and which requests of it a fault spoils. */
interface Play {
  readonly spoils?: Pick<FaultSettings, 'on' | 'offset'>;
  readonly isMeant?: (url: string, body: string) => boolean;
  readonly isLoggedOut?: true;
  /** Hosts that only images come from, which no code of ours ever asks. */
  readonly hosts?: RegExp;
  readonly begin: (stage: Stage, fault: FaultName) => Attempt;
}

const PLAYS: Readonly<Record<Cell['step'], Play>> = {
  authorize: {
    spoils: { on: 'authorize' },
    isMeant: (url) => url.includes('/authorize?'),
    begin: (stage, fault) => logInThrough(stage, RETURNS[fault]),
  },
  token: {
    spoils: { on: 'token' },
    isMeant: (url) => url.endsWith('/api/token'),
    isLoggedOut: true,
    begin: (stage) => logInThrough(stage),
  },
  refresh: {
    spoils: { on: 'refresh' },
    isMeant: (_, body) => body.includes('grant_type=refresh_token'),
    begin(stage) {
      stage.browser.clock.advance(2 * HOUR_MS);
      return openPlaylists(stage);
    },
  },
  profile: {
    spoils: { on: 'profile' },
    isMeant: (url) => url.endsWith('/v1/me'),
    begin: openPlaylists,
  },
  'first page': {
    spoils: { on: 'playlists', offset: 0 },
    isMeant: (url) => /me\/playlists\?.*offset=0$/.test(url),
    begin: openPlaylists,
  },
  'later page': {
    spoils: { on: 'playlists', offset: 50 },
    isMeant: (url) => /me\/playlists\?.*offset=50$/.test(url),
    begin: openPlaylists,
  },
  playlist: {
    spoils: { on: 'playlist' },
    isMeant: (url) => /\/playlists\/\w+\?/.test(url),
    begin: openPlaylist,
  },
  items: {
    spoils: { on: 'items', offset: 50 },
    isMeant: (url) => /\/items\?.*offset=50/.test(url),
    begin: openPlaylist,
  },
  liked: {
    spoils: { on: 'liked', offset: 50 },
    isMeant: (url) => /me\/tracks\?.*offset=50$/.test(url),
    begin: openLiked,
  },
  cover: { hosts: IMAGES, begin: openPlaylists },
};

/**
 * Lets a person meet a fault and gives how it ends for them: `recovers`, or the way on and what is
 * said. Whatever the end, nobody is logged out by mistake, what has come is in order, and the way on
 * leads to the whole.
 */
export async function playCell(
  network: ReturnType<typeof useNetwork>,
  { step, fault }: Cell,
  spell: Spell,
): Promise<string> {
  const { spoils, isMeant = () => false, isLoggedOut, hosts, begin } = PLAYS[step];
  const stage = openStage(network);
  const { spotify, browser, tab } = stage;
  const asked: string[] = [];
  network.events.on('request:start', ({ request }) => {
    if (hosts?.test(request.url)) asked.push(request.url);
  });
  if (!isLoggedOut) await logIn(tab);
  const before = await browser.tokens.read();
  const comesBackSpoiled = step === 'authorize' && fault in RETURNS;
  if (spoils && !comesBackSpoiled) {
    const times = SPELLS[spell];
    spotify.faults.arm(fault, { ...spoils, times, isReadable: true, retryAfter: 7 });
    stage.weather({ fault, isMeant });
  }

  let attempt = begin(stage, fault);
  await stage.until(attempt.isOver);
  const end = attempt.end();
  expectInOrder(attempt);
  const after = await browser.tokens.read();
  if (end.endsWith(': ended')) expect(after).toBeUndefined();
  else if (step !== 'token' && !(step === 'authorize' && end === 'recovers'))
    expect(after?.loginId).toBe(before?.loginId);

  spotify.faults.clear();
  stage.weather(undefined);
  if (end !== 'recovers') {
    attempt = await attempt.goOn();
    await stage.until(attempt.isOver);
    expect(attempt.end()).toBe('recovers');
  }
  expect(attempt.rows()).toEqual(attempt.whole);
  // A login has shown nothing yet.
  if (attempt.whole.length === 0) await expectWholeVisit(stage);
  expect(asked).toEqual([]);
  stage.leave();
  await stage.until(() => browser.clock.sleeping() === 0);
  return end;
}

/** What has come is part of the whole: each row once, and none out of its place. */
function expectInOrder(attempt: Attempt): void {
  const rows = attempt.rows();
  expect(rows).toEqual(attempt.whole.filter((row) => rows.includes(row)));
}

/** The page that a login leads to shows everything. */
async function expectWholeVisit(stage: Stage): Promise<void> {
  const visit = openPlaylists(stage);
  await stage.until(visit.isOver);
  expect(visit.end()).toBe('recovers');
  expect(visit.rows()).toEqual(visit.whole);
}
