/** Most URIs of one request that adds to or removes from a playlist, and of one that changes the library. */
export const MOST_ITEMS = 100;
export const MOST_SAVED = 40;

/** Spotify refuses to add to a playlist of this size. */
export const LARGEST_PLAYLIST = 10_000;

/** The editable details of a playlist; absent members stay as they are. */
export interface Details {
  readonly name?: string;
  /** Never empty: Spotify refuses to clear a description. */
  readonly description?: string;
  /** Whether the playlist is on the profile. */
  readonly isPublic?: boolean;
  readonly isCollaborative?: boolean;
}

/** A request that changes data at Spotify. `list` is a playlist's id, or the key of one that the plan creates. */
export type Operation =
  | {
      readonly kind: 'create';
      readonly list: string;
      readonly name: string;
      readonly description: string;
    }
  | {
      readonly kind: 'add';
      readonly list: string;
      readonly uris: readonly string[];
      /** Index of the first added row; `null` adds at the end. */
      readonly position: number | null;
    }
  /** Removes every copy of each URI. */
  | { readonly kind: 'remove'; readonly list: string; readonly uris: readonly string[] }
  | { readonly kind: 'details'; readonly list: string; readonly change: Details }
  /** Likes songs, saves albums, follows playlists. */
  | { readonly kind: 'save'; readonly uris: readonly string[] }
  | { readonly kind: 'unsave'; readonly uris: readonly string[] };

/** The URIs of a playlist's rows in order; `null` for a row whose content Spotify has removed. */
export type Rows = readonly (string | null)[];

const NEW = 'new:';

/** Gives the key of the playlist that a plan creates as its `index`th. */
export function newListKey(index: number): string {
  return `${NEW}${index}`;
}

/** Whether a list is one that the plan creates. */
export function isNewList(list: string): boolean {
  return list.startsWith(NEW);
}

/** The playlist whose rows an operation changes; `undefined` if it changes no rows. */
export function changedList(operation: Operation): string | undefined {
  return operation.kind === 'add' || operation.kind === 'remove' ? operation.list : undefined;
}

/** Gives the rows of a playlist after an operation on them, as Spotify carries it out. */
export function rowsAfter(rows: Rows, operation: Operation): Rows {
  switch (operation.kind) {
    case 'add': {
      const at = operation.position ?? rows.length;
      return [...rows.slice(0, at), ...operation.uris, ...rows.slice(at)];
    }
    case 'remove':
      return rows.filter((uri) => uri === null || !operation.uris.includes(uri));
    default:
      return rows;
  }
}

/** Whether two playlists have the same rows in the same order. */
export function areSame(one: Rows, other: Rows): boolean {
  return one.length === other.length && one.every((uri, index) => uri === other[index]);
}

/** Whether a request whose outcome is unknown may be sent again: twice has the same effect as once. */
export function isIdempotent({ kind }: Operation): boolean {
  return kind !== 'create' && kind !== 'add';
}

/**
 * Splits an operation that Spotify refused because of one of its URIs, or because of its description, into two halves;
 * `undefined` where nothing is left to split.
 */
export function halvesOf(operation: Operation): readonly [Operation, Operation] | undefined {
  if (operation.kind === 'details') return detailsApart(operation);
  if (!('uris' in operation) || operation.uris.length < 2) return undefined;
  const middle = Math.ceil(operation.uris.length / 2);
  const [first, second] = [operation.uris.slice(0, middle), operation.uris.slice(middle)];
  if (operation.kind !== 'add' || operation.position === null)
    return [
      { ...operation, uris: first },
      { ...operation, uris: second },
    ];
  // The position of the second half depends on how much of the first half is added; see `shifted`.
  return [
    { ...operation, uris: first },
    { ...operation, uris: second, position: operation.position + middle },
  ];
}

/** Spotify refuses some descriptions that its own app takes; the other details need not go with them. */
function detailsApart(
  operation: Extract<Operation, { kind: 'details' }>,
): readonly [Operation, Operation] | undefined {
  const { description, ...others } = operation.change;
  if (description === undefined || Object.keys(others).length === 0) return undefined;
  return [
    { ...operation, change: others },
    { ...operation, change: { description } },
  ];
}

/** Gives an operation whose position counts fewer rows, because rows before it were refused. */
export function shifted(operation: Operation, refused: number): Operation {
  if (operation.kind !== 'add' || operation.position === null) return operation;
  return { ...operation, position: operation.position - refused };
}
