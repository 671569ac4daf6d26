import { formatEntries } from '../words.ts';
import { type Details, MOST_ITEMS, MOST_SAVED, newListKey, type Operation } from './operation.ts';
import type { DetailsBefore, ListBefore, Plan, SavedBefore } from './plan.ts';

/** A playlist to be created, with its songs in order. */
export interface NewPlaylist {
  readonly name: string;
  /** Replaced by the name where empty: Spotify stores the text "null" for a missing description. */
  readonly description: string;
  readonly uris: readonly string[];
}

/**
 * Plans new playlists; they are created from last to first, since Spotify puts each new one on top. URIs that cannot be
 * added, such as those of local files, are left out by the caller.
 */
export function planNewPlaylists(playlists: readonly NewPlaylist[], title: string): Plan {
  const keyed = playlists.map((playlist, index) => ({ ...playlist, list: newListKey(index) }));
  return {
    title,
    operations: keyed
      .toReversed()
      .flatMap(({ list, name, description, uris }): Operation[] => [
        { kind: 'create', list, name, description: oneLine(description) || name },
        ...addsOf(list, uris, null),
      ]),
    from: {},
    names: Object.fromEntries(keyed.map(({ list, name }) => [list, name])),
    lost: [],
  };
}

/** Plans to add songs to a playlist, at its end or before its first row. */
export function planAdd(
  { id, ...before }: ListBefore & { readonly id: string },
  uris: readonly string[],
  place: 'first' | 'last',
  title: string,
): Plan {
  return {
    title,
    operations: addsOf(id, uris, place === 'first' ? 0 : null),
    from: { [id]: before },
    names: { [id]: before.name },
    lost: [],
  };
}

/** Plans to like or save what was not saved before; `uris` hold only those. */
export function planSave(uris: readonly string[], title: string): Plan {
  return {
    ...NOTHING,
    title,
    operations: chunks(uris, MOST_SAVED).map((part) => ({ kind: 'save', uris: part })),
  };
}

/** Plans to unlike or unsave. */
export function planUnsave(
  uris: readonly string[],
  title: string,
  lost: readonly string[],
  names: Plan['names'] = {},
): Plan {
  return {
    ...NOTHING,
    title,
    operations: chunks(uris, MOST_SAVED).map((part) => ({ kind: 'unsave', uris: part })),
    names,
    lost,
  };
}

/** Plans to like songs, albums, shows, episodes or audiobooks; `uris` hold only those that are not liked. */
export function planLike(uris: readonly string[]): Plan {
  const areSongs = uris.every((uri) => uri.startsWith('spotify:track:'));
  return planSave(uris, `${areSongs ? 'Like' : 'Save'} ${formatEntries(uris)}`);
}

/** Plans to unlike, with the dates and places that are known for the record. */
export function planUnlike(
  uris: readonly string[],
  saved: Readonly<Record<string, SavedBefore>>,
): Plan {
  const known = uris.flatMap((uri) => (saved[uri] ? [[uri, saved[uri]] as const] : []));
  const lost = ['An undo likes them again, but with a new date and on top of your list.'];
  return {
    ...planUnsave(uris, `Unlike ${formatEntries(uris)}`, lost),
    saved: Object.fromEntries(known),
  };
}

/** A playlist that is left; the person's own one is backed up before. */
export interface LeftPlaylist {
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly isCollaborative: boolean;
}

/** Plans to leave playlists, which for one's own ones is what Spotify calls deleting. */
export function planLeave(playlists: readonly LeftPlaylist[], title: string): Plan {
  const uris = playlists.map(({ id }) => `spotify:playlist:${id}`);
  const foreign = playlists.filter(({ isOwn }) => !isOwn);
  const lost = [
    'An undo puts them on top of your list, outside of folders.',
    ...(foreign.length > 0
      ? ['Songs of playlists you follow can’t be backed up, only their names and links.']
      : []),
    ...(foreign.some(({ isCollaborative }) => isCollaborative)
      ? ['You may lose the right to edit collaborative playlists of others.']
      : []),
  ];
  return {
    ...planUnsave(
      uris,
      title,
      lost,
      Object.fromEntries(playlists.map(({ id, name }) => [id, name])),
    ),
    leaves: playlists.filter(({ isOwn }) => isOwn).map(({ id }) => id),
  };
}

/** Plans to change the details of a playlist; a description becomes one line, because Spotify fails on line breaks. */
export function planDetails(
  id: string,
  before: DetailsBefore,
  change: Details,
  title: string,
): Plan {
  const { description, ...others } = change;
  const line = description === undefined ? undefined : oneLine(description);
  return {
    ...NOTHING,
    title,
    operations: [
      { kind: 'details', list: id, change: { ...others, ...(line ? { description: line } : {}) } },
    ],
    names: { [id]: before.name },
    details: { [id]: before },
    lost:
      line && before.description === null
        ? ['Spotify can’t clear a description, only replace it.']
        : [],
  };
}

const NOTHING: Pick<Plan, 'from' | 'names' | 'lost'> = { from: {}, names: {}, lost: [] };

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function addsOf(list: string, uris: readonly string[], position: number | null): Operation[] {
  return chunks(uris, MOST_ITEMS).map((part, index) => ({
    kind: 'add',
    list,
    uris: part,
    position: position === null ? null : position + index * MOST_ITEMS,
  }));
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
