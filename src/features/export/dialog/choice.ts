import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { useSessionRecord } from '../../../services/services.tsx';
import type { Format, FormatOptions, Separator } from '../formats/format.ts';
import { FORMATS, type FormatId, formatOf } from '../formats/formats.ts';
import type { Files } from '../job/write-export.ts';
import type { PlaylistsSource } from './source.ts';

/** Content of an export: the rows of the table of playlists, or the tracks of the playlists. */
export type What = 'table' | 'tracks';

/** The playlists of an export. */
export type Which = 'shown' | 'selected' | 'all' | 'mine';

/** Options of a file, common to all exports. */
export interface FileChoice {
  /** The formats that can encode this content, in menu order. */
  readonly formats: Accessor<readonly FormatId[]>;
  readonly format: Accessor<FormatId>;
  readonly setFormat: (format: FormatId) => void;
  readonly separator: Accessor<Separator>;
  readonly setSeparator: (separator: Separator) => void;
  readonly hasByteOrderMark: Accessor<boolean>;
  readonly setByteOrderMark: (isWanted: boolean) => void;
  readonly options: (exportedAt: number) => FormatOptions;
}

// `Object.keys` widens to `string`; the object has these keys alone.
const ALL_FORMATS = Object.keys(FORMATS) as readonly FormatId[];

/** Makes the options of a file; `canWrite` filters the formats. */
export function createFileChoice(canWrite: (format: Format) => boolean): FileChoice {
  const [wanted, setFormat] = createSignal<FormatId>('csv');
  const [separator, setSeparator] = createSignal<Separator>(',');
  const [hasByteOrderMark, setByteOrderMark] = createSignal(false);
  const formats = createMemo(() => ALL_FORMATS.filter((id) => canWrite(formatOf(id))));
  return {
    formats,
    format: () => (formats().includes(wanted()) ? wanted() : 'csv'),
    setFormat,
    separator,
    setSeparator,
    hasByteOrderMark,
    setByteOrderMark,
    options: (exportedAt) => ({
      separator: separator(),
      hasByteOrderMark: hasByteOrderMark(),
      exportedAt,
    }),
  };
}

/** Options of an export of playlists, in addition to those of its file. */
export interface PlaylistsChoice extends FileChoice {
  readonly what: Accessor<What>;
  readonly setWhat: (what: What) => void;
  readonly which: Accessor<Which>;
  readonly setWhich: (which: Which) => void;
  readonly rowsOf: (which: Which) => readonly Playlist[];
  readonly files: Accessor<Files>;
  readonly setFiles: (files: Files) => void;
  /** Whether the format can merge many lists into one file. */
  readonly canMerge: Accessor<boolean>;
}

/** Makes the options of an export of playlists. Default: the visible rows of the table, as CSV. */
export function createPlaylistsChoice(source: PlaylistsSource): PlaylistsChoice {
  const record = useSessionRecord();
  const [what, setWhat] = createSignal<What>('table');
  const [which, setWhich] = createSignal<Which>(source.isOfSelection ? 'selected' : 'shown');
  const [files, setFiles] = createSignal<Files>('zip');
  const file = createFileChoice((format) => what() === 'tracks' || format.table !== undefined);
  const canMerge = () => formatOf(file.format()).merged !== undefined;
  const rows: Readonly<Record<Which, Accessor<readonly Playlist[]>>> = {
    shown: source.shown,
    selected: () => source.selected?.() ?? [],
    all: source.all,
    mine: createMemo(() => {
      const userId = record()?.account?.userId;
      return source.all().filter(({ ownerId }) => ownerId !== null && ownerId === userId);
    }),
  };
  return {
    ...file,
    what,
    setWhat,
    which,
    setWhich,
    rowsOf: (wanted) => rows[wanted](),
    files: () => (canMerge() ? files() : 'zip'),
    setFiles,
    canMerge,
  };
}
