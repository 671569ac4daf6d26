import type { User } from '../../library/types.ts';
import type { DemoLibrary } from './data.ts';
import { type LibraryChange, type RowsChange, rowsAfter } from './library-change.ts';
import { ownerOf, personOf } from './owners.ts';
import { makeChance, seedOf } from './random.ts';
import type { SavedContents } from './saved.ts';
import { hasSaved, timeOf, withoutSaved, withSaved } from './saved-changes.ts';
import type { WireItem, WirePlaylist, WireSavedTrack } from './wire.ts';

/** A library that the Web API changes. */
export interface WritableLibrary extends DemoLibrary {
  isSaved(uri: string): boolean;
  /** Carries out a change and remembers it; a created playlist is the first of the list. */
  change(change: LibraryChange): void;
  /** Calls a function while the library is as it was before the last change. */
  beforeLast<T>(read: () => T): T;
  /** All changes in order. */
  readonly changes: readonly LibraryChange[];
}

/** What changes of a library. */
interface State {
  readonly playlists: readonly (WirePlaylist | null)[];
  readonly rows: ReadonlyMap<string, readonly WireItem[]>;
  /** `undefined` while no song was liked or unliked. */
  readonly liked: readonly WireSavedTrack[] | undefined;
  /** Playlists that were left, which can be followed again. */
  readonly left: ReadonlyMap<string, WirePlaylist>;
  /** Albums, shows and their kind; `undefined` while none was saved or removed. */
  readonly saved: SavedContents | undefined;
  /** URIs that were saved and are unknown to this library. */
  readonly strange: ReadonlySet<string>;
  /** Number of changes, from which snapshots and ids are made. */
  readonly count: number;
}

/** Makes a library writable, and carries out the changes of an earlier visit. */
export function makeWritableLibrary(
  base: DemoLibrary,
  earlier: readonly LibraryChange[] = [],
  onChange: (changes: readonly LibraryChange[]) => void = () => undefined,
): WritableLibrary {
  const { user } = base;
  const changes: LibraryChange[] = [];
  let state: State = {
    playlists: base.playlists,
    rows: new Map(),
    liked: undefined,
    left: new Map(),
    saved: undefined,
    strange: new Set(),
    count: 0,
  };
  let previous = state;

  const rowsOf = (id: string) => state.rows.get(id) ?? base.items(id);
  const likedNow = () => state.liked ?? base.liked();
  const savedNow = () => state.saved ?? base.saved();
  const update = (part: Partial<State>) => {
    state = { ...state, ...part };
  };

  function carryOut(next: LibraryChange): void {
    previous = state;
    changes.push(next);
    update({ count: state.count + 1 });
    if (next.kind === 'create') create(next);
    else if (next.kind === 'details') edit(next.id, () => next.change);
    else if (next.kind === 'save') for (const uri of next.uris) save(uri, next.at);
    else if (next.kind === 'unsave') next.uris.forEach(unsave);
    else changeRows(next);
  }

  function create({
    at: _at,
    kind: _kind,
    ...details
  }: Extract<LibraryChange, { kind: 'create' }>): void {
    const id = makeChance(seedOf(`created ${state.count}`)).base62(22);
    const playlist = { ...emptyPlaylist(id, user), ...details, snapshot_id: snapshotOf(id) };
    update({
      playlists: [playlist, ...state.playlists],
      rows: new Map(state.rows).set(id, []),
    });
  }

  function edit(id: string, changeOf: (playlist: WirePlaylist) => Partial<WirePlaylist>): void {
    const playlists = state.playlists.map((playlist) =>
      playlist?.id === id
        ? { ...playlist, ...changeOf(playlist), snapshot_id: snapshotOf(id) }
        : playlist,
    );
    update({ playlists });
  }

  function snapshotOf(id: string): string {
    return makeChance(seedOf(`${id} ${state.count}`)).base62(32);
  }

  function changeRows(next: RowsChange): void {
    const rows = rowsAfter(rowsOf(next.id), next, rowOf);
    update({ rows: new Map(state.rows).set(next.id, rows) });
    edit(next.id, ({ items, tracks }) => ({
      ...(items && { items: { ...items, total: rows.length } }),
      ...(tracks && { tracks: { ...tracks, total: rows.length } }),
    }));
  }

  function rowOf(uri: string, at: number): WireItem {
    return {
      added_at: timeOf(at),
      added_by: personOf(user.id),
      is_local: false,
      primary_color: null,
      video_thumbnail: { url: null },
      item: base.content(uri) ?? null,
    };
  }

  function save(uri: string, at: number): void {
    if (isSaved(uri)) return;
    const [, type, id = ''] = uri.split(':');
    const left = state.left.get(id);
    const track = type === 'track' ? base.content(uri) : undefined;
    if (type === 'playlist' && left) update({ playlists: [left, ...state.playlists] });
    else if (track?.type === 'track')
      update({ liked: [{ added_at: timeOf(at), track }, ...likedNow()] });
    else if (hasSaved(firstOf(uri), uri))
      update({ saved: withSaved(savedNow(), firstOf(uri), uri, at) });
    else update({ strange: new Set(state.strange).add(uri) });
  }

  /** What was saved at first, and the album or show of a URI that was not. */
  function firstOf(uri: string): SavedContents {
    const first = base.saved();
    if (hasSaved(first, uri)) return first;
    const { albums, shows } = base.release(uri);
    return { ...first, albums: [...first.albums, ...albums], shows: [...first.shows, ...shows] };
  }

  function unsave(uri: string): void {
    const [, type, id] = uri.split(':');
    const playlist = state.playlists.find((each) => each?.id === id);
    if (type === 'playlist' && playlist)
      update({
        playlists: state.playlists.filter((each) => each !== playlist),
        left: new Map(state.left).set(playlist.id, playlist),
      });
    else if (type === 'track')
      update({ liked: likedNow().filter(({ track }) => track.uri !== uri) });
    else
      update({
        saved: withoutSaved(savedNow(), uri),
        strange: new Set([...state.strange].filter((each) => each !== uri)),
      });
  }

  function isSaved(uri: string): boolean {
    const [, type] = uri.split(':');
    if (type === 'playlist') return state.playlists.some((playlist) => playlist?.uri === uri);
    if (type === 'track') return likedNow().some(({ track }) => track.uri === uri);
    return state.strange.has(uri) || hasSaved(savedNow(), uri);
  }

  for (const each of earlier) carryOut(each);
  return {
    user,
    get playlists() {
      return state.playlists;
    },
    items: rowsOf,
    liked: likedNow,
    get likedTotal() {
      return state.liked?.length ?? base.likedTotal;
    },
    saved: savedNow,
    content: base.content,
    release: base.release,
    isSaved,
    change(next) {
      carryOut(next);
      onChange(changes);
    },
    beforeLast(read) {
      const now = state;
      state = previous;
      try {
        return read();
      } finally {
        state = now;
      }
    },
    changes,
  };
}

function emptyPlaylist(id: string, user: User): WirePlaylist {
  const href = `https://api.spotify.com/v1/playlists/${id}`;
  return {
    collaborative: false,
    // Spotify stores this text where a request names no description.
    description: 'null',
    external_urls: { spotify: `https://open.spotify.com/playlist/${id}` },
    href,
    id,
    images: [],
    items: { href: `${href}/items`, total: 0 },
    name: '',
    owner: ownerOf(user),
    primary_color: null,
    public: true,
    snapshot_id: '',
    type: 'playlist',
    uri: `spotify:playlist:${id}`,
  };
}
