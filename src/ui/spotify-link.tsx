import type { JSX } from 'solid-js';

/** A link to an entity in Spotify, which Spotify's terms require beside its data. */
export function SpotifyLink(props: { readonly href: string; readonly name: string }): JSX.Element {
  return (
    <a
      class="in-spotify"
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Open ${props.name} in Spotify`}
    >
      <SpotifyMark />
    </a>
  );
}

/**
 * Spotify's logo, unchanged and in the colour of the text, as its design guidelines require for attribution; at least
 * 21 px wide.
 */
export function SpotifyMark(): JSX.Element {
  return <span class="spotify-mark" role="img" aria-label="Spotify" />;
}
