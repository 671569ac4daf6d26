import { BASE_PATH } from '../../deployment.ts';
import type { Song } from '../../library/song.ts';
import { pathOfSong } from './cells.tsx';

/** Moves the focus into the panel of a song and back to where it was. */
export interface PanelFocus {
  /** Takes the panel, which can be focused by script. */
  readonly ref: (panel: HTMLElement) => void;
  /** Shows a song, and moves the focus to the panel. */
  readonly open: (key: string) => void;
  /** Closes the panel; a focus within it goes back. */
  readonly close: () => void;
}

/** Creates the way of the focus for the panel that shows `song`, chosen by its key. */
export function createPanelFocus(
  song: () => Song | undefined,
  choose: (key: string | undefined) => void,
): PanelFocus {
  let panel: HTMLElement | undefined;
  let opener: Element | null = null;
  return {
    ref(next) {
      panel = next;
    },
    open(key) {
      if (!panel?.contains(document.activeElement)) opener = document.activeElement;
      choose(key);
      panel?.focus({ preventScroll: true });
    },
    close() {
      const link = linkOf(song());
      const hadFocus = panel?.contains(document.activeElement) === true;
      choose(undefined);
      panel = undefined;
      if (!hadFocus) return;
      // The entry of a closed menu is hidden, and a row that was scrolled away is gone.
      const before = opener instanceof HTMLElement && opener.offsetParent !== null ? opener : link;
      opener = null;
      before?.focus({ preventScroll: true });
    },
  };
}

/** Gives the link of a song in the table, where it is drawn. */
function linkOf(song: Song | undefined): HTMLElement | undefined {
  if (!song) return undefined;
  const href = BASE_PATH + pathOfSong(song);
  const links = document.querySelectorAll<HTMLElement>('.song-name');
  return [...links].find((link) => link.getAttribute('href') === href);
}
