import { For, type JSX, Show } from 'solid-js';
import { BASE_PATH, SOURCE_URL, VERSION } from '../../deployment.ts';
import { Icon } from '../../ui/icon.tsx';
import { SpotifyMark } from '../../ui/spotify-link.tsx';
import type { NavigationEntry } from '../navigation.ts';
import { NavigationLink } from './navigation-link.tsx';
import '../../ui/overlays/popover.css';
import './sheet.css';

/** A sheet above the tabs of phones with the pages that are no tabs; "More" also says where the data comes from. */
export function Sheet(props: {
  readonly id: string;
  readonly name: 'Tools' | 'More';
  readonly entries: readonly NavigationEntry[];
  readonly onMount: (sheet: HTMLElement) => void;
}): JSX.Element {
  let sheet: HTMLElement | undefined;
  return (
    <nav
      ref={(element) => {
        sheet = element;
        // A press on any of the links leads to another page.
        element.addEventListener('click', () => sheet?.hidePopover());
        props.onMount(element);
      }}
      id={props.id}
      popover="auto"
      class="popover popover-sheet sheet"
      aria-label={props.name}
    >
      <For each={props.entries}>{(entry) => <NavigationLink entry={entry} />}</For>
      <Show when={props.name === 'More'}>
        <a class="side-link" href={`${BASE_PATH}privacy`}>
          <Icon name="hard-drive" />
          Privacy and storage
        </a>
        <Show when={SOURCE_URL}>
          <a class="side-link" href={SOURCE_URL} target="_blank" rel="noopener noreferrer">
            <Icon name="code" />
            Source code
          </a>
        </Show>
        <p class="sheet-mark">
          <SpotifyMark /> Data from Spotify
          <span class="sheet-version">Version {VERSION}</span>
        </p>
      </Show>
    </nav>
  );
}
