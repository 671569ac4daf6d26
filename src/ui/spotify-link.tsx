import type { JSX } from 'solid-js';
import { SpotifyMark } from './spotify-mark.tsx';

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
