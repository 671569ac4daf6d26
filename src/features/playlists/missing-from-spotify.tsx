import type { JSX } from 'solid-js';
import './missing-from-spotify.css';

/** Says, below the playlists, what Spotify does not give; opened where a search finds nothing. */
export function NotGiven(props: { readonly isOpen: boolean }): JSX.Element {
  return (
    <details class="not-given" open={props.isOpen}>
      <summary>What Spotify does not give</summary>
      <ul>
        <li>Folders: the playlists in them stand here like all others.</li>
        <li>Lists that Spotify makes for you, such as Discover Weekly or your mixes.</li>
        <li>
          The songs of playlists you only follow, and often their number: apps like this one get
          those of your own and collaborative playlists.
        </li>
      </ul>
    </details>
  );
}
