import type { JSX } from 'solid-js';

/** Spotify's mark, unmodified and in the colour of the text, as its branding guidelines require; at least 21 px wide. */
export function SpotifyMark(): JSX.Element {
  return <span class="spotify-mark" role="img" aria-label="Spotify" />;
}
