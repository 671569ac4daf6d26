import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { useSessionRecord } from '../../../services/services.tsx';
import { separatorOf } from '../formats/csv.ts';
import type { Format, FormatOptions, Separator } from '../formats/format.ts';
import { FORMATS, type FormatId } from '../formats/formats.ts';
import type { Files } from '../job/write-export.ts';
import type { PlaylistsSource } from './source.ts';

/** Content of an export: the songs of the playlists, or the rows of the table of playlists. */
export type What = 'songs' | 'list';

/** The rows of an export. */
export type Which = 'shown' | 'selected' | 'all' | 'mine';

/** A format with the options that its readers need; "Excel" is CSV as Excel opens it with a double click. */
export type Preset = 'excel' | FormatId;

const PRESETS: readonly {
  readonly id: Preset;
  readonly format: FormatId;
  readonly label: string;
}[] = [
  { id: 'excel', format: 'csv', label: 'Excel' },
  { id: 'csv', format: 'csv', label: FORMATS.csv.label },
  { id: 'json', format: 'json', label: FORMATS.json.label },
  { id: 'xspf', format: 'xspf', label: FORMATS.xspf.label },
  { id: 'text', format: 'text', label: FORMATS.text.label },
];

/** Options of a file, common to all exports. */
export interface FileChoice {
  /** The presets whose formats can encode this content, in menu order. */
  readonly presets: Accessor<readonly { readonly value: Preset; readonly label: string }[]>;
  readonly preset: Accessor<Preset>;
  readonly setPreset: (preset: Preset) => void;
  readonly formatId: Accessor<FormatId>;
  readonly format: Accessor<Format>;
  readonly separator: Accessor<Separator>;
  readonly setSeparator: (separator: Separator) => void;
  readonly hasByteOrderMark: Accessor<boolean>;
  readonly setByteOrderMark: (isWanted: boolean) => void;
  readonly options: (exportedAt: number) => FormatOptions;
}

/** Makes the options of a file; `canWrite` filters the formats. */
export function createFileChoice(canWrite: (format: Format) => boolean): FileChoice {
  const [wanted, setWanted] = createSignal<Preset>('excel');
  const [separator, setSeparator] = createSignal<Separator>(separatorOf(navigator.language));
  const [hasByteOrderMark, setByteOrderMark] = createSignal(true);
  const offered = createMemo(() => PRESETS.filter(({ format }) => canWrite(FORMATS[format])));
  const chosen = () => offered().find(({ id }) => id === wanted()) ?? offered()[0];
  const formatId = () => chosen()?.format ?? 'csv';
  return {
    presets: createMemo(() => offered().map(({ id, label }) => ({ value: id, label }))),
    preset: () => chosen()?.id ?? 'csv',
    setPreset(preset) {
      setWanted(preset);
      setSeparator(preset === 'excel' ? separatorOf(navigator.language) : ',');
      setByteOrderMark(preset === 'excel');
    },
    formatId,
    format: () => FORMATS[formatId()],
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
  readonly hasLiked: Accessor<boolean>;
  readonly setLiked: (isWanted: boolean) => void;
}

/** Makes the options of an export of playlists. Default: the songs of the visible rows of the table, for Excel. */
export function createPlaylistsChoice(source: PlaylistsSource): PlaylistsChoice {
  const record = useSessionRecord();
  const [what, setWhat] = createSignal<What>('songs');
  const [which, setWhich] = createSignal<Which>(source.isOfSelection ? 'selected' : 'shown');
  const [files, setFiles] = createSignal<Files>('zip');
  const [hasLiked, setLiked] = createSignal(false);
  const file = createFileChoice((format) => what() === 'songs' || format.table !== undefined);
  const canMerge = () => file.format().merged !== undefined;
  const rows: Readonly<Record<Which, Accessor<readonly Playlist[]>>> = {
    shown: source.shown,
    selected: () => source.selected?.() ?? [],
    all: source.all,
    mine: createMemo(() => {
      const userId = record()?.account?.userId;
      return source.all().filter(({ ownerId }) => ownerId !== null && ownerId === userId);
    }),
  };
  /** The chosen rows, or all of them where the choice has become empty. */
  const whichNow = () => (rows[which()]().length > 0 ? which() : 'all');
  return {
    ...file,
    what,
    setWhat,
    which: whichNow,
    setWhich,
    rowsOf: (wanted) => rows[wanted](),
    files: () => (canMerge() ? files() : 'zip'),
    setFiles,
    canMerge,
    hasLiked: () => hasLiked() && what() === 'songs',
    setLiked,
  };
}
