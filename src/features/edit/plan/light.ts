import type { ChangedList, PlaylistPatch, RowPatch } from '../../../services/library-changes.ts';
import { changedList, type Details, type Operation } from './operation.ts';
import type { DetailsBefore, Plan } from './plan.ts';

/**
 * Whether a plan is carried out without a review: it is one request that can be repeated without harm, and its undo
 * brings everything back. So are likes and their undo, and new names and descriptions.
 */
export function isLight({ operations, lost }: Plan): boolean {
  const [only, ...others] = operations;
  if (!only || others.length > 0 || lost.length > 0) return false;
  if (only.kind === 'save' || only.kind === 'unsave')
    return !only.uris.some((uri) => uri.startsWith('spotify:playlist:'));
  if (only.kind !== 'details') return false;
  // What Spotify makes of the profile and of guests has to be read back.
  return only.change.isPublic === undefined && only.change.isCollaborative === undefined;
}

/** Gives what rows show of a plan that is carried out, before they are read again. */
export function patchOf({ operations, details = {} }: Plan): RowPatch {
  const playlists = operations.flatMap((operation): PlaylistPatch[] => {
    const before = operation.kind === 'details' ? details[operation.list] : undefined;
    return operation.kind === 'details' && before
      ? [textPatch(operation.list, before, operation.change)]
      : [];
  });
  const liked = operations.flatMap((operation) =>
    operation.kind === 'save' || operation.kind === 'unsave'
      ? operation.uris.map((uri) => [uri, operation.kind === 'save'] as const)
      : [],
  );
  return { playlists, liked: Object.fromEntries(liked) };
}

function textPatch(id: string, before: DetailsBefore, change: Details): PlaylistPatch {
  const { name, description } = change;
  return {
    id,
    before: {
      ...(name === undefined ? {} : { name: before.name }),
      ...(description === undefined ? {} : { description: before.description }),
    },
    after: {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
    },
  };
}

/** Gives the lists that a plan changes, new playlists left out. */
export function listsChangedBy({ operations }: Plan): readonly ChangedList[] {
  return [...new Set(operations.flatMap(listsOf))];
}

function listsOf(operation: Operation): readonly ChangedList[] {
  if (operation.kind === 'save' || operation.kind === 'unsave')
    return operation.uris.map(listOfUri);
  return changedList(operation) === undefined
    ? ['playlists']
    : ['playlists', `playlist ${operation.list}`];
}

function listOfUri(uri: string): ChangedList {
  const [, type = ''] = uri.split(':');
  if (type === 'playlist') return 'playlists';
  return type === 'track' ? 'liked' : `saved ${type}`;
}
