import { isrc, linked } from './discography.ts';
import { makeChance, seedOf } from './random.ts';
import type { WireTrack } from './wire.ts';

/** Every so many entries one is another release of its song. */
const EVERY = 211;

/** How another release of a song differs; in turn. */
const RELEASES: readonly ((track: WireTrack, code: string) => WireTrack)[] = [
  // The same recording on a compilation.
  (track) => ({ ...track, duration_ms: track.duration_ms + 1_200 }),
  // The same title and artist under another code.
  (track, code) => ({
    ...track,
    duration_ms: track.duration_ms - 900,
    external_ids: { isrc: code },
  }),
  // Another version, which is not the same song.
  (track, code) => ({
    ...track,
    name: `${track.name} - 2019 Remaster`,
    external_ids: { isrc: code },
  }),
];

/** Gives the song itself or, for some numbers, another release of it, with a URI of its own. */
export function releaseOf(track: WireTrack, number: number): WireTrack {
  const release = RELEASES[Math.floor(number / EVERY) % RELEASES.length];
  if (number % EVERY !== 0 || !release || !track.album) return track;
  const chance = makeChance(seedOf(`${track.uri} ${RELEASES.indexOf(release)}`));
  const album = { ...track.album, ...linked('album', chance.base62(22)) };
  return release(
    {
      ...track,
      ...linked('track', chance.base62(22)),
      album: { ...album, album_type: 'compilation', name: `The Best of ${track.artists[0]?.name}` },
      track_number: 1 + chance.below(20),
    },
    isrc(chance),
  );
}
