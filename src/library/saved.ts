import type { Column } from './columns.ts';
import { findsByDay } from './day-search.ts';
import { foldedOnce } from './fold.ts';
import { formatExplicit } from './item-columns.ts';
import { yesOrNo } from './query.ts';
import { type Searchable, searchedText } from './search.ts';
import type { SearchHint } from './search-help.ts';

/** The kinds of what can be saved beside songs. */
export type SavedKind = 'album' | 'show' | 'episode' | 'audiobook';

/** A saved album, show, episode or audiobook, in one shape for all dialects of the Web API. */
export interface SavedItem {
  readonly kind: SavedKind;
  /** Position in Spotify's order, from 1; newest first. */
  readonly position: number;
  /** As Spotify sent it; may be empty. */
  readonly name: string;
  /** The artists of an album, the publisher of a show, the authors of an audiobook; may be empty. */
  readonly people: readonly string[];
  /** The narrators of an audiobook. */
  readonly narrators: readonly string[];
  /** The show of an episode. */
  readonly show: string | null;
  /** Number of songs, episodes or chapters. */
  readonly total: number | null;
  /** Length of an episode, in ms. */
  readonly durationMs: number | null;
  /** Date of year, month or day precision. */
  readonly releaseDate: string | null;
  readonly explicit: boolean | null;
  /** ISO 8601 time in UTC; `null` for audiobooks, mostly. */
  readonly addedAt: string | null;
  readonly id: string;
  readonly uri: string | null;
  /** Address in Spotify, always https on open.spotify.com. */
  readonly spotifyUrl: string;
  /** A small cover on one of Spotify's image hosts. */
  readonly coverUrl: string | null;
}

/** Gives the name of a saved item, or the placeholder of an empty one. */
export function formatSavedName({ name }: SavedItem): string {
  return name.trim() === '' ? '(no name)' : name;
}

type SavedColumn = Column<SavedItem>;

const NAME: Omit<SavedColumn, 'heading'> = {
  id: 'name',
  value: formatSavedName,
  order: ({ name }) => name.trim() || null,
  align: 'start',
  searched: true,
  width: 'minmax(0, 6fr)',
};
const PEOPLE: Omit<SavedColumn, 'heading'> = {
  id: 'people',
  value: ({ people }) => people.join(', ') || null,
  align: 'start',
  searched: true,
  width: 'minmax(0, 4fr)',
  // Else it is the second line of the name.
  isForWide: true,
};
const TOTAL: Omit<SavedColumn, 'heading'> = {
  id: 'total',
  value: ({ total }) => total,
  align: 'end',
  searched: false,
  width: '6rem',
};
const RELEASED: SavedColumn = {
  id: 'release-date',
  heading: 'Released',
  value: ({ releaseDate }) => releaseDate,
  align: 'start',
  searched: false,
  width: '7rem',
  isForWide: true,
};
const SAVED_ON: SavedColumn = {
  id: 'added-on',
  heading: 'Saved on',
  value: ({ addedAt }) => addedAt,
  align: 'start',
  searched: false,
  width: '7.5rem',
};
/** Columns that every table has, hidden by default. */
const MORE: readonly SavedColumn[] = [
  {
    id: 'explicit',
    heading: 'Explicit',
    value: ({ explicit }) => formatExplicit(explicit),
    align: 'start',
    searched: false,
    width: '5rem',
    isOptional: true,
  },
  {
    id: 'id',
    heading: 'ID',
    value: ({ id }) => id,
    align: 'start',
    searched: false,
    width: '13rem',
    isOptional: true,
  },
  {
    id: 'uri',
    heading: 'URI',
    value: ({ uri }) => uri,
    align: 'start',
    searched: false,
    width: '20rem',
    isOptional: true,
  },
];

/** The columns of each kind, left to right. */
export const SAVED_COLUMNS: Readonly<Record<SavedKind, readonly SavedColumn[]>> = {
  album: [
    { ...NAME, heading: 'Album' },
    { ...PEOPLE, heading: 'Artists' },
    RELEASED,
    { ...TOTAL, heading: 'Songs' },
    SAVED_ON,
    ...MORE,
  ],
  show: [
    { ...NAME, heading: 'Show' },
    // Spotify tells apps no publisher since 2026.
    { ...PEOPLE, heading: 'Publisher', isMinor: true },
    { ...TOTAL, heading: 'Episodes' },
    SAVED_ON,
    ...MORE,
  ],
  episode: [
    { ...NAME, heading: 'Episode' },
    {
      id: 'show',
      heading: 'Show',
      value: ({ show }) => show,
      align: 'start',
      searched: true,
      width: 'minmax(0, 4fr)',
      isForWide: true,
    },
    RELEASED,
    {
      id: 'duration',
      heading: 'Length',
      value: ({ durationMs }) => durationMs,
      align: 'end',
      searched: false,
      width: '5rem',
    },
    SAVED_ON,
    ...MORE,
  ],
  audiobook: [
    { ...NAME, heading: 'Audiobook' },
    { ...PEOPLE, heading: 'Authors' },
    {
      id: 'narrators',
      heading: 'Narrators',
      value: ({ narrators }) => narrators.join(', ') || null,
      align: 'start',
      searched: true,
      width: 'minmax(0, 3fr)',
      isForWide: true,
    },
    { ...TOTAL, heading: 'Chapters' },
    ...MORE,
  ],
};

const peopleOf = foldedOnce((item: SavedItem) => [...item.people, ...item.narrators]);
const showOf = foldedOnce((item: SavedItem) => item.show);

/** Makes the search rules for one kind. */
export function savedSearch(kind: SavedKind): Searchable<SavedItem> {
  return {
    textOf: searchedText(SAVED_COLUMNS[kind]),
    addressesOf: ({ id, uri }) => [id, uri],
    operators: {
      by: (value) => (item) => peopleOf(item).includes(value),
      show: (value) => (item) => showOf(item).includes(value),
      saved: findsByDay(({ addedAt }) => addedAt?.slice(0, 10) ?? ''),
      released: findsByDay(({ releaseDate }) => releaseDate ?? ''),
      explicit: (value) => {
        const wanted = yesOrNo(value);
        return wanted === null ? null : (item) => item.explicit === wanted;
      },
    },
  };
}

const SAVED_HINT: SearchHint = { example: 'saved:2023', meaning: 'when you saved them' };
const RELEASED_HINT: SearchHint = { example: 'released:1980..1989', meaning: 'when they came out' };

/** The operators of the search, by kind. */
export const SAVED_SEARCH_HELP: Readonly<Record<SavedKind, readonly SearchHint[]>> = {
  album: [{ example: 'by:"a name"', meaning: 'by one artist' }, RELEASED_HINT, SAVED_HINT],
  show: [{ example: 'by:"a name"', meaning: 'from one publisher' }, SAVED_HINT],
  episode: [{ example: 'show:"a name"', meaning: 'of one show' }, RELEASED_HINT, SAVED_HINT],
  audiobook: [{ example: 'by:"a name"', meaning: 'by an author or a narrator' }],
};
