import { type Component, createSignal, type JSX, Show } from 'solid-js';
import type { SavedKind } from '../../library/saved.ts';
import type { Playlist, PlaylistItem } from '../../library/types.ts';
import type { SourceRow } from './plan/merge.ts';
import type { SavedBefore } from './plan/plan.ts';

/** A song or episode that a person has chosen in a table. */
export type ChosenSong = Pick<PlaylistItem, 'uri' | 'title' | 'artists' | 'kind'>;

/** A song, or an album, show, episode or audiobook, that a person likes or has liked. */
export interface ChosenEntry extends Omit<ChosenSong, 'kind'> {
  readonly kind: ChosenSong['kind'] | SavedKind;
  /** When and where it stands among what is liked, as far as the page knows. */
  readonly saved?: SavedBefore;
}

/** A song or episode whose album or show is saved. */
export interface ReleasedSong {
  readonly kind: 'track' | 'episode';
  readonly id: string;
}

/** A list whose songs the page has loaded, or the part of it that a search shows. */
export interface LoadedSongs {
  readonly name: string;
  readonly songs: readonly SourceRow[];
}

/** What a person wants to change, before the details are known. */
export type EditRequest =
  | { readonly kind: 'new-playlist'; readonly songs: readonly ChosenSong[]; readonly name?: string }
  | { readonly kind: 'merge'; readonly playlists: readonly Playlist[] }
  | { readonly kind: 'split'; readonly from: Playlist | LoadedSongs }
  | { readonly kind: 'add'; readonly songs: readonly ChosenSong[] }
  | { readonly kind: 'rename'; readonly playlist: Playlist }
  | { readonly kind: 'leave'; readonly playlists: readonly Playlist[] }
  | { readonly kind: 'like' | 'unlike'; readonly songs: readonly ChosenEntry[] }
  | { readonly kind: 'save-release'; readonly of: ReleasedSong };

/** Properties of the dialog of a change. */
export interface EditDialogProps {
  readonly request: EditRequest;
  /** Whether the plan is reviewed in any case. */
  readonly isReviewed?: boolean;
  readonly onClose: () => void;
}

/** Opener of the dialogs that change something at Spotify, whose code loads on first use. */
export interface EditOpener {
  readonly open: (request: EditRequest) => void;
  /** Error message of the last attempt; `undefined` once a dialog has opened. */
  readonly problem: () => string | undefined;
  /** Renders the dialog while it is open; the page places it anywhere in its markup. */
  readonly dialog: () => JSX.Element;
}

const NOT_LOADED = 'The dialog didn’t load. Check your network, then try again.';

/** Makes the opener of one page. */
export function createEditOpener(): EditOpener {
  const [opened, setOpened] = createSignal<{
    readonly Dialog: Component<EditDialogProps>;
    readonly request: EditRequest;
  }>();
  const [problem, setProblem] = createSignal<string>();
  return {
    open(request) {
      // Late, because a press opens the dialog.
      import('./dialogs/edit-dialog.tsx').then(
        ({ EditDialog }) => {
          setProblem(undefined);
          setOpened({ Dialog: EditDialog, request });
        },
        () => setProblem(NOT_LOADED),
      );
    },
    problem,
    dialog: () => (
      <Show when={opened()} keyed>
        {({ Dialog, request }) => <Dialog request={request} onClose={() => setOpened(undefined)} />}
      </Show>
    ),
  };
}
