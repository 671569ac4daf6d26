import { type Match, matchSong } from '../../../library/match-score.ts';
import type { PlaylistItem } from '../../../library/types.ts';
import type { FileRow } from '../readers/read-file.ts';
import type { KnownSong } from './match-store.ts';

/** What becomes of a song without a link. */
export type Outcome =
  /** Spotify was not asked yet. */
  | { readonly state: 'open' }
  | {
      readonly state: 'found';
      readonly song: PlaylistItem;
      /** Whether a person chose it. */
      readonly isChosen: boolean;
      readonly match: Match<PlaylistItem>;
    }
  | { readonly state: 'check'; readonly match: Match<PlaylistItem> }
  | {
      readonly state: 'none';
      readonly isRefused: boolean;
      readonly match: Match<PlaylistItem>;
    }
  | { readonly state: 'skipped'; readonly match: Match<PlaylistItem> };

/** Tells what becomes of a row by what is known of its song. */
export function outcomeOf(row: FileRow, known: KnownSong | undefined): Outcome {
  if (!known) return { state: 'open' };
  const match = matchSong(row, known.hits);
  const { choice } = known;
  if (choice === 'skip') return { state: 'skipped', match };
  if (choice !== undefined) return { state: 'found', song: choice, isChosen: true, match };
  const [best] = match.hits;
  if (!best || match.verdict === 'none')
    return { state: 'none', isRefused: known.isRefused === true, match };
  if (match.verdict === 'review') return { state: 'check', match };
  return { state: 'found', song: best.hit, isChosen: false, match };
}

/** Makes a function like `outcomeOf` that compares the hits of a song once. */
export function rememberOutcomes(): typeof outcomeOf {
  const outcomes = new WeakMap<KnownSong, Outcome>();
  return (row, known) => {
    const before = known && outcomes.get(known);
    if (before) return before;
    const outcome = outcomeOf(row, known);
    if (known) outcomes.set(known, outcome);
    return outcome;
  };
}
