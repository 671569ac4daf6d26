import { createEffect, createSignal, untrack } from 'solid-js';
import type { Clock } from '../clock.ts';
import type { Playlist } from '../library/types.ts';
import { type Services, useServices } from './services.tsx';

/**
 * A list that a change at Spotify affects: all playlists, the liked songs, the saved entries of one kind, or one
 * playlist by its id.
 */
export type ChangedList = 'playlists' | 'liked' | `saved ${string}` | `playlist ${string}`;

/** Members of a playlist before and after a change. */
export interface PlaylistPatch {
  readonly id: string;
  readonly before: Partial<Playlist>;
  readonly after: Partial<Playlist>;
}

/** What rows show of a change before they are read again. */
export interface RowPatch {
  readonly playlists: readonly PlaylistPatch[];
  /** Whether URIs are liked. */
  readonly liked: Readonly<Record<string, boolean>>;
}

/** Tells pages what was changed at Spotify, so that they show it at once and read it again. */
export interface LibraryChanges {
  /** Reports that lists were changed. */
  readonly report: (lists: readonly ChangedList[]) => void;
  /** Calls a function once for each report on a list, also for one that came while no page showed the list. */
  readonly follow: (list: ChangedList, reread: () => unknown) => void;
  /** Shows a change that is on its way, or takes it back with `undefined`. */
  readonly patch: (id: string, patch: RowPatch | undefined) => void;
  /** Gives playlists as they are with the changes that are on their way. */
  readonly patched: (playlists: readonly Playlist[]) => readonly Playlist[];
  /** Whether URIs are liked by the changes since a time, in ms since the epoch. */
  readonly likedSince: (time: number) => Readonly<Record<string, boolean>>;
}

/** Returns the changes of the library of these services. */
export function useLibraryChanges(): LibraryChanges {
  return libraryChangesOf(useServices());
}

/** Returns the changes of the library of these services outside of components. */
export function libraryChangesOf(services: Services): LibraryChanges {
  services.late.libraryChanges ??= makeLibraryChanges(services.clock);
  return services.late.libraryChanges;
}

function makeLibraryChanges(clock: Clock): LibraryChanges {
  const [counts, setCounts] = createSignal<ReadonlyMap<ChangedList, number>>(new Map());
  const [patches, setPatches] = createSignal<
    ReadonlyMap<string, RowPatch & { readonly at: number }>
  >(new Map());
  const seen = new Map<ChangedList, number>();
  return {
    report(lists) {
      setCounts((before) => {
        const next = new Map(before);
        for (const list of lists) next.set(list, (next.get(list) ?? 0) + 1);
        return next;
      });
    },
    follow(list, reread) {
      createEffect(() => {
        const count = counts().get(list) ?? 0;
        if (count === (seen.get(list) ?? 0)) return;
        seen.set(list, count);
        untrack(reread);
      });
    },
    patch(id, patch) {
      setPatches((before) => {
        const next = new Map(before);
        next.delete(id);
        return patch ? next.set(id, { ...patch, at: clock.now() }) : next;
      });
    },
    patched(playlists) {
      const changed = [...patches().values()].flatMap((patch) => patch.playlists);
      if (changed.length === 0) return playlists;
      return playlists.map((playlist) => {
        let row = playlist;
        // A row that was read since shows what Spotify keeps.
        for (const { id, before, after } of changed)
          if (id === row.id && holds(row, before)) row = { ...row, ...after };
        return row;
      });
    },
    likedSince: (time) =>
      Object.assign(
        {},
        ...[...patches().values()].filter(({ at }) => at > time).map(({ liked }) => liked),
      ),
  };
}

/** Whether an object has all these members. */
function holds<T extends object>(whole: T, members: Partial<T>): boolean {
  return Object.entries(members).every(([name, value]) => whole[name as keyof T] === value); // names of T's members
}
