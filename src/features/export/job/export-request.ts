import type { Playlist } from '../../../library/types.ts';
import type { Separator } from '../formats/format.ts';

/** Whether many lists become a zip with a file for each, or one file in which each row tells its list. */
export type Files = 'zip' | 'one';

/** What a person has asked for: the tracks of these playlists, in this form. */
export interface TrackExport {
  readonly playlists: readonly Playlist[];
  /** Name of a format; see `formats.ts`. */
  readonly format: string;
  readonly files: Files;
  readonly separator: Separator;
  readonly hasByteOrderMark: boolean;
  /** When it was asked for, in ms since the epoch. */
  readonly startedAt: number;
}
