import type { SongsMeasurement } from './measure-songs.ts';
import { median } from './statistics.ts';
import { judged, most, mostTimes, type Target } from './target.ts';

/** Playlists of which one request for their list gives the versions. */
const LIST_PAGE_SIZE = 50;
const TIME_RATIO = 1.3;
const HEAP_MB = 120;
const FRAME_MS = 16;
const TASK_MS = 50;
const FROM_CACHE_MS = 1_000;

/** Formats the results of the index, by name. */
export function songsRow(one: SongsMeasurement): readonly [string, object] {
  const [app, reference] = [median(one.appMs), median(one.referenceMs)];
  const script = one.keystrokes.map(({ scriptMs }) => scriptMs);
  const cells = {
    app: Math.round(app),
    reference: Math.round(reference),
    ratio: rounded(app / reference),
    runs: one.appMs.length,
    'heap MB': rounded(one.heapBytes / 1e6),
    'letter, median': rounded(median(script)),
    'slowest letter': rounded(Math.max(...script)),
    letters: script.length,
    'from cache': Math.round(median(one.fromCacheMs)),
    'Tidy up, longest task': rounded(one.tidy.longestTaskMs),
  };
  return [nameOf(one), cells];
}

/** Gives a row for each target of the index. */
export function songsTargets(one: SongsMeasurement): readonly Target[] {
  const name = nameOf(one);
  const { requests, fromCache, pages, keystrokes } = one;
  const script = keystrokes.map(({ scriptMs }) => scriptMs);
  const longest = Math.max(...keystrokes.map(({ longestTaskMs }) => longestTaskMs));
  const sum = requests.items + requests.liked + requests.others;
  // Playlists of several pages may have changed meanwhile; the list of playlists tells.
  const checks = Math.ceil(one.playlists / LIST_PAGE_SIZE);
  const isExact = requests.items === pages && requests.liked === 1 && requests.others <= checks;
  const times = { app: median(one.appMs), floor: median(one.referenceMs), unit: 'ms' };
  const ofTask = (measure: string, app: number) =>
    most({ measure: `${name}, ${measure}`, app, unit: 'ms' }, TASK_MS);
  return [
    judged(
      { measure: `${name}, requests`, app: sum, floor: pages },
      isExact,
      `exactly ${pages} for items, 1 for the liked songs, at most ${checks} that look for changes`,
    ),
    mostTimes({ measure: `${name}, time`, ...times }, TIME_RATIO),
    most({ measure: `${name}, heap above idle`, app: one.heapBytes / 1e6, unit: 'MB' }, HEAP_MB),
    most({ measure: `${name}, keystroke`, app: median(script), unit: 'ms' }, FRAME_MS),
    ofTask('slowest keystroke', Math.max(...script)),
    ofTask('longest task while typing', longest),
    ofTask('longest task of Tidy up', one.tidy.longestTaskMs),
    most(
      { measure: `${name}, from cache`, app: median(one.fromCacheMs), unit: 'ms' },
      FROM_CACHE_MS,
    ),
    most({ measure: `${name}, from cache, requests for items`, app: fromCache.items }, 0),
  ];
}

function nameOf({ playlists, tracks }: SongsMeasurement): string {
  return `songs of ${playlists} x ${tracks}`;
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
