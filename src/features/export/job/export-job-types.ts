import type { Accessor } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import type { Missing } from '../formats/format.ts';
import type { TrackExport } from './export-request.ts';
import type { Progress } from './gather-tracks.ts';

/** A finished export, on its way into the downloads. */
export interface SavedExport {
  readonly fileName: string;
  /** Leads to the file for some minutes. */
  readonly url: string;
  readonly missing: readonly Missing[];
}

/** What the one export of a person's tracks is doing. */
export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly asked: TrackExport }
  /** Without an error where a person stopped it, or a reload did. */
  | { readonly kind: 'stopped'; readonly asked: TrackExport; readonly error?: unknown }
  | { readonly kind: 'saved'; readonly saved: SavedExport };

/** The export of many playlists' tracks, which goes on from page to page and can be resumed. */
export interface RunningExport {
  readonly state: Accessor<ExportState>;
  readonly progress: Accessor<Progress>;
  /** Looks for an unfinished export of an earlier visit. */
  readonly find: () => Promise<void>;
  readonly start: (asked: TrackExport) => void;
  /** Stops; what came is kept. */
  readonly cancel: () => void;
  /** Goes on; playlists that have changed by now, as these rows tell, are exported as they are now. */
  readonly resume: (rows: readonly Playlist[]) => void;
  /** Removes what is unfinished and what came for it. */
  readonly discard: () => Promise<void>;
}

/** Signals that an export runs in another tab; one at a time is enough for Spotify. */
export class ExportElsewhereError extends Error {
  override readonly name = 'ExportElsewhereError';
}
