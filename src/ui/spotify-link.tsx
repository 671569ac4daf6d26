import type { JSX } from 'solid-js';
import { SpotifyMark } from './spotify-mark.tsx';

/** Opens a thing in Spotify, as Spotify asks wherever its data are shown. */
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
