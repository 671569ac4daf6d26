import { groupingSameSongs, type SameSongs } from './same-song.ts';
import type { Song } from './song.ts';

/** A group of entries that are one song, with the reason. */
export interface ProvenGroup extends SameSongs<Song> {
  /** The reason, such as "Same ISRC, 2 s apart". */
  readonly proof: string;
}

/** Groups songs that are one song under several URIs, with the reason of each group; yields as `groupingSameSongs` does. */
export function* provingSameSongs(songs: readonly Song[]): Generator<void, readonly ProvenGroup[]> {
  const groups = yield* groupingSameSongs(songs);
  return groups.map((group) => ({ ...group, proof: proofOf(group) }));
}

function proofOf({ level, songs }: SameSongs<Song>): string {
  const lengths = songs.flatMap(({ durationMs }) => durationMs ?? []);
  const apart = Math.max(...lengths) - Math.min(...lengths);
  const what = level === 2 ? 'Same ISRC' : 'Same title and artist';
  return `${what}, ${apartText(apart)}`;
}

function apartText(ms: number): string {
  if (ms === 0) return 'same length';
  return `${ms < 1_000 ? (ms / 1_000).toFixed(1) : Math.round(ms / 1_000)} s apart`;
}
