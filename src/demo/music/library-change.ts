import type { WireItem } from './wire.ts';

/** Details of a playlist in Spotify's names, as far as a request sets them. */
export interface PlaylistChange {
  readonly name?: string;
  readonly description?: string;
  readonly public?: boolean;
  readonly collaborative?: boolean;
}

/** A change of a library that was carried out; a library is its beginning and all of them in order. */
export type LibraryChange =
  | ({ readonly kind: 'create'; readonly at: number } & PlaylistChange)
  | { readonly kind: 'details'; readonly id: string; readonly change: PlaylistChange }
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly uris: readonly string[];
      readonly position: number;
      readonly at: number;
    }
  | { readonly kind: 'remove'; readonly id: string; readonly uris: readonly string[] }
  | { readonly kind: 'remove-at'; readonly id: string; readonly positions: readonly number[] }
  | {
      readonly kind: 'move';
      readonly id: string;
      readonly start: number;
      readonly before: number;
      readonly length: number;
    }
  | { readonly kind: 'save'; readonly uris: readonly string[]; readonly at: number }
  | { readonly kind: 'unsave'; readonly uris: readonly string[] };

/** A change of the rows of one playlist. */
export type RowsChange = Extract<LibraryChange, { kind: 'add' | 'remove' | 'remove-at' | 'move' }>;

/** Gives the rows of a playlist after a change. */
export function rowsAfter(
  rows: readonly WireItem[],
  next: RowsChange,
  rowOf: (uri: string, at: number) => WireItem,
): readonly WireItem[] {
  switch (next.kind) {
    case 'add':
      return rows.toSpliced(next.position, 0, ...next.uris.map((uri) => rowOf(uri, next.at)));
    case 'remove':
      // Every copy goes, whatever positions were named beside the URI.
      return rows.filter(({ item }) => item === null || !next.uris.includes(item.uri));
    case 'remove-at':
      return rows.filter((_, index) => !next.positions.includes(index));
    case 'move': {
      const moved = rows.slice(next.start, next.start + next.length);
      const at = next.before > next.start ? next.before - next.length : next.before;
      return rows.toSpliced(next.start, next.length).toSpliced(at, 0, ...moved);
    }
  }
}
