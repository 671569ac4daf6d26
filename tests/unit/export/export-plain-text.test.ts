import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN_TEXT } from '../../../src/features/export/formats/plain-text.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { item } from '../../support/unit/items.ts';
import { anyItems, OPTIONS } from './exported-rows.ts';

const ITEM = item({});

const written = (items: readonly PlaylistItem[]) =>
  PLAIN_TEXT.tracks({ name: 'Any', playlist: null, items }, OPTIONS);

test('a line tells artists and title', () => {
  const episode: PlaylistItem = { ...ITEM, kind: 'episode', title: 'On Tape', artists: [] };
  const gap: PlaylistItem = { ...ITEM, kind: 'unavailable', title: null, artists: [] };
  expect(written([ITEM, episode, gap])).toBe('Ada, Bob – A Song\nOn Tape\nNo longer available\n');
  expect(written([{ ...ITEM, title: 'Side A\r\nSide B' }])).toBe('Ada, Bob – Side A Side B\n');
});

test('there are as many lines as tracks, whatever they are called', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const lines = written(items).split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
      expect(lines).toHaveLength(items.length + 1);
    }),
  );
});
