import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planNewPlaylists } from '../../../src/features/edit/plan/make-plans.ts';
import { mergeRows, type SourceRow } from '../../../src/features/edit/plan/merge.ts';
import { changedLists, rowsWanted, sumsOf } from '../../../src/features/edit/plan/plan.ts';
import { type SplitRule, splitRows } from '../../../src/features/edit/plan/split.ts';
import { isAddable } from '../../../src/library/addable.ts';
import { type SameLevel, sameSong } from '../../../src/library/same-song.ts';

const TITLES = ['Ferry', 'Ferry (Live)', 'Kettle', null];
const ARTISTS = [['Ada'], ['Ada', 'Bo'], ['Bo'], [], ['  ']];
const ISRCS = [null, 'GBAAA0000001', 'GBAAA0000002'];
const LENGTHS = [180_000, 181_500, 184_500, null];
const RELEASES = ['1994', '1994-03', '2001-05-06', null];
const EXPLICIT = [null, true, false];
const kind = fc.constantFrom('track' as const, 'track', 'track', 'episode', 'local', 'unavailable');
const date = fc.constantFrom(null, '2019-04-02T09:00:00Z', '2021-01-01T00:00:00Z', '2024-12-31');

/** Gives one of a few values, each as often; neighbouring steps share no pattern. */
function pick<T>(values: readonly T[], number: number, step: number): T {
  return values[Math.floor(number / step) % values.length] as T; // the index is within the array
}

/** A row of any kind, often like others: one URI has one title, recording and length. */
const row: fc.Arbitrary<SourceRow> = fc
  .record({ number: fc.nat(80), kind, addedAt: date })
  .map(({ number, ...facts }) => ({
    ...facts,
    uri: facts.kind === 'unavailable' ? null : `spotify:track:${number}`,
    title: pick(TITLES, number, 1),
    artists: pick(ARTISTS, number, 3),
    isrc: pick(ISRCS, number, 2),
    durationMs: pick(LENGTHS, number, 5),
    explicit: pick(EXPLICIT, number, 7),
    releaseDate: pick(RELEASES, number, 4),
  }));
const list = fc.array(row, { maxLength: 25 });
const lists = fc.array(list, { maxLength: 4 });
const addables = fc.array(row.filter(isAddable), { maxLength: 60 });
const doubles = fc.constantFrom('all' as const, 1 as const, 2 as const, 3 as const);
const some = { numRuns: 40 } as const;
const order = fc.constantFrom('after' as const, 'in-turn' as const, 'by-date' as const);

/** Whether `part` has some entries of `whole`, in the order of `whole`. */
function isInOrder<T>(part: readonly T[], whole: readonly T[]): boolean {
  let at = 0;
  for (const each of whole) if (each === part[at]) at += 1;
  return at === part.length;
}

describe('for any playlists that are merged', () => {
  test('every row is in the new one, left out as a double, or named as one that cannot be added', () => {
    fc.assert(
      fc.property(lists, order, doubles, (sources, rule, kept) => {
        const merged = mergeRows(sources, { order: rule, doubles: kept });
        const all = sources.flat();
        expect(merged.rows.length + merged.doubles + merged.notAddable).toBe(all.length);
        expect(new Set(merged.rows).size).toBe(merged.rows.length);
        for (const each of merged.rows) expect(all).toContain(each);
        if (kept === 'all') expect(merged.doubles).toBe(0);
      }),
      some,
    );
  });

  test('the songs of each playlist keep their order one after the other and in turn', () => {
    fc.assert(
      fc.property(lists, doubles, (sources, kept) => {
        const after = mergeRows(sources, { order: 'after', doubles: kept }).rows;
        expect(isInOrder(after, sources.flat())).toBe(true);
        const inTurn = mergeRows(sources, { order: 'in-turn', doubles: 'all' }).rows;
        for (const source of sources) {
          const own = source.filter(isAddable);
          expect(isInOrder(own, inTurn)).toBe(true);
          // The song at a place comes before every other playlist's song at a later place.
          own.forEach((song, at) => {
            for (const other of sources) {
              const later = other.filter(isAddable)[at + 1];
              if (later) expect(inTurn.indexOf(song)).toBeLessThan(inTurn.indexOf(later));
            }
          });
        }
      }),
      some,
    );
  });

  test('by date the earliest addition comes first, and unknown dates come last', () => {
    fc.assert(
      fc.property(lists, doubles, (sources, kept) => {
        const { rows } = mergeRows(sources, { order: 'by-date', doubles: kept });
        const dates = rows.map(({ addedAt }) => addedAt ?? '9999');
        expect(dates).toEqual([...dates].sort());
      }),
      some,
    );
  });

  test('the first of several copies stays, and what is left out is one song with a row that stays', () => {
    fc.assert(
      fc.property(lists, order, fc.constantFrom<SameLevel>(1, 2, 3), (sources, rule, level) => {
        const all = mergeRows(sources, { order: rule, doubles: 'all' }).rows;
        const { rows } = mergeRows(sources, { order: rule, doubles: level });
        const kept = new Set(rows);
        expect(isInOrder(rows, all)).toBe(true);
        expect(new Set(rows.map(({ uri }) => uri)).size).toBe(rows.length);
        all.forEach((each, at) => {
          if (kept.has(each)) return;
          const reason = rows.find((other) => {
            const found = other.uri === each.uri ? 1 : sameSong(other, each);
            return found !== null && found <= level && all.indexOf(other) < at;
          });
          expect(reason).toBeDefined();
        });
      }),
      some,
    );
  });
});

describe('for any list that is split', () => {
  const rule: fc.Arbitrary<SplitRule> = fc.oneof(
    fc.record({ by: fc.constant('count' as const), size: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ by: fc.constantFrom('released' as const, 'added' as const) }),
    fc.record({ by: fc.constant('artist' as const), least: fc.integer({ min: 1, max: 6 }) }),
  );

  test('every row is in exactly one part, no part is empty, and parts keep the order', () => {
    fc.assert(
      fc.property(addables, rule, (rows, how) => {
        const parts = splitRows(rows, how);
        const spread = parts.flatMap((part) => part.rows);
        expect(spread.length).toBe(rows.length);
        expect(new Set(spread)).toEqual(new Set(rows));
        for (const part of parts) {
          expect(part.rows.length).toBeGreaterThan(0);
          expect(isInOrder(part.rows, rows)).toBe(true);
        }
        expect(new Set(parts.map(({ label }) => label)).size).toBe(parts.length);
      }),
      some,
    );
  });

  test('a number of songs fills every part but the last', () => {
    fc.assert(
      fc.property(addables, fc.integer({ min: 1, max: 30 }), (rows, size) => {
        const sizes = splitRows(rows, { by: 'count', size }).map((part) => part.rows.length);
        expect(sizes.slice(0, -1).every((each) => each === size)).toBe(true);
        expect(sizes.at(-1) ?? 0).toBeLessThanOrEqual(size);
      }),
      some,
    );
  });

  test('a year holds its songs alone, and small artists share a part', () => {
    fc.assert(
      fc.property(addables, fc.integer({ min: 1, max: 6 }), (rows, least) => {
        for (const { label, rows: part } of splitRows(rows, { by: 'released' }))
          for (const each of part)
            expect((each.releaseDate ?? 'Unknown year').startsWith(label)).toBe(true);
        const artists = splitRows(rows, { by: 'artist', least });
        const own = artists.filter(({ label }) => label !== 'Other artists');
        for (const { label, rows: part } of own) {
          expect(part.length).toBeGreaterThanOrEqual(least);
          for (const each of part) expect(each.artists[0]).toBe(label);
        }
      }),
      some,
    );
  });

  test('the plan holds each part as a new playlist in order, and its sums count every row', () => {
    fc.assert(
      fc.property(addables, rule, (rows, how) => {
        const parts = splitRows(rows, how);
        const plan = planNewPlaylists(
          parts.map(({ label, rows: part }) => ({
            name: label,
            description: '',
            uris: part.map(({ uri }) => uri),
          })),
          'Split',
        );
        expect(sumsOf(plan)).toMatchObject({ added: rows.length, removed: 0, untouched: 0 });
        const wanted = changedLists(plan).map((each) => [plan.names[each], rowsWanted(plan, each)]);
        expect(Object.fromEntries(wanted)).toEqual(
          Object.fromEntries(
            parts.map(({ label, rows: part }) => [label, part.map(({ uri }) => uri)]),
          ),
        );
        // Spotify puts each new playlist on top, so that the first is created last.
        const created = plan.operations.filter(({ kind }) => kind === 'create');
        expect(created.map((each) => 'name' in each && each.name).reverse()).toEqual(
          parts.map(({ label }) => label),
        );
      }),
      some,
    );
  });
});
