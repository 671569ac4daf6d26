import { type NewPlaylist, planAdd, planNewPlaylists, planSave } from '../edit/plan/make-plans.ts';
import { newListKey, type Rows } from '../edit/plan/operation.ts';
import type { LeftOutReason, Plan, PlannedRow } from '../edit/plan/plan.ts';
import { isSearchable } from './match/match-key.ts';
import type { Outcome } from './match/outcome.ts';
import type { FileList, FileRow, ReadChoice, ReadFile } from './readers/read-file.ts';
import { isLocalUri } from './readers/values.ts';

/** Spotify's longest name and description, as reported. */
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 300;

/** Where the songs of chosen lists go: new playlists, one that is there, or the liked songs. */
export type Target =
  | { readonly kind: 'new' }
  | { readonly kind: 'existing'; readonly id: string; readonly name: string }
  | { readonly kind: 'liked' };

/** A file on its way to a plan. */
export interface Draft {
  readonly name: string;
  /** The file as it is, to be read again with other columns. */
  readonly bytes: Uint8Array;
  readonly read: ReadFile;
  /** How the person chose to read it; absent as long as it was recognised. */
  readonly choice?: ReadChoice;
  /** What the person chose of it; absent before. */
  readonly chosen?: Chosen;
}

/** The chosen lists of a file, and where they go. */
export interface Chosen {
  readonly lists: readonly FileList[];
  readonly target: Target;
}

/** A row of a list with the URI that is restored for it, or the reason why none is. */
export type ResolvedRow = Pick<PlannedRow, 'from' | 'position' | 'song' | 'uri' | 'reason'>;

/** Gives the URI of each row of a list, or why it has none. */
export function resolveList(
  { name, rows }: FileList,
  outcomeOf: (row: FileRow) => Outcome,
): readonly ResolvedRow[] {
  return rows.map((row, index): ResolvedRow => {
    const place = { from: name, position: index + 1 };
    if (row.uri !== null) {
      const uri = isLocalUri(row.uri) ? null : row.uri;
      return { ...place, song: songText(row), uri, reason: uri === null ? 'local' : null };
    }
    if (!isSearchable(row)) return { ...place, song: '', uri: null, reason: 'gone' };
    const outcome = outcomeOf(row);
    if (outcome.state === 'found') {
      const { song } = outcome;
      return { ...place, song: songText(song), uri: song.uri, reason: null };
    }
    return { ...place, song: songText(row), uri: null, reason: REASONS[outcome.state] };
  });
}

/** Names a song as the preview of a change does: title, then artists. */
function songText({ title, artists }: Pick<FileRow, 'title' | 'artists'>): string {
  return [title ?? '', artists.join(', ')].filter(Boolean).join(' – ');
}

const REASONS: Readonly<Record<Exclude<Outcome['state'], 'found'>, LeftOutReason>> = {
  open: 'not-searched',
  check: 'not-checked',
  none: 'not-found',
  skipped: 'skipped',
};

/** Plans new playlists of lists, in the order of the file; rows without a URI are left out, and recorded. */
export function planRestore(
  lists: readonly FileList[],
  resolved: readonly (readonly ResolvedRow[])[],
): Plan {
  const playlists = lists.map(
    (list, index): NewPlaylist => ({
      name: cut(list.name.trim(), LONGEST_NAME) || 'Restored playlist',
      description: cut(list.description ?? '', LONGEST_DESCRIPTION),
      uris: urisOf(resolved[index] ?? []),
    }),
  );
  const [only] = playlists;
  const title =
    only && playlists.length === 1
      ? `Restore ${only.name} as a new playlist`
      : `Restore ${playlists.length} playlists as new ones`;
  const rows = resolved.flatMap((each, index) => inList(each, newListKey(index)));
  return withRows(planNewPlaylists(playlists, title), rows);
}

/** Plans to add rows at the end of a playlist as it is now; what is in it already is left out, if wanted. */
export function planRestoreInto(
  before: { readonly id: string; readonly name: string; readonly rows: Rows },
  resolved: readonly ResolvedRow[],
  isSkipping: boolean,
): Plan {
  const there = new Set(isSkipping ? before.rows : []);
  const rows = leftOutWhere(resolved, (uri) => there.has(uri), 'there');
  const uris = urisOf(rows);
  const title = `Restore ${countText(uris.length)} into ${before.name}`;
  return withRows(planAdd(before, uris, 'last', title), inList(rows, before.id));
}

/** Plans to like the songs among rows that are not liked; the last one first, so that the first ends on top. */
export function planRestoreLikes(
  resolved: readonly ResolvedRow[],
  isLiked: (uri: string) => boolean,
): Plan {
  const songs = leftOutWhere(resolved, (uri) => !uri.startsWith('spotify:track:'), 'episode');
  const rows = leftOutWhere(songs, isLiked, 'there');
  const uris = [...new Set(urisOf(rows))];
  const plan = planSave(uris.toReversed(), `Like ${countText(uris.length)}`);
  return withRows(plan, inList(rows, 'liked'));
}

/** The URIs of rows that have one, in order; doubles stay. */
export function urisOf(rows: readonly ResolvedRow[]): readonly string[] {
  return rows.flatMap(({ uri, reason }) => (uri !== null && reason === null ? [uri] : []));
}

function leftOutWhere(
  rows: readonly ResolvedRow[],
  isLeftOut: (uri: string) => boolean,
  reason: LeftOutReason,
): readonly ResolvedRow[] {
  return rows.map((row) =>
    row.uri !== null && row.reason === null && isLeftOut(row.uri) ? { ...row, reason } : row,
  );
}

function inList(rows: readonly ResolvedRow[], list: string): readonly PlannedRow[] {
  return rows.map((row) => ({ ...row, list }));
}

function withRows(plan: Plan, rows: readonly PlannedRow[]): Plan {
  const labels = rows.flatMap(({ uri, song }) => (uri === null ? [] : [[uri, song || uri]]));
  return { ...plan, rows, labels: Object.fromEntries(labels) };
}

function countText(count: number): string {
  return count === 1 ? '1 song' : `${count} songs`;
}

/** Cuts a text at whole characters. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
