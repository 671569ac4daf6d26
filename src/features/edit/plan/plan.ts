import {
  changedList,
  isNewList,
  LARGEST_PLAYLIST,
  type Operation,
  type Rows,
  rowsAfter,
} from './operation.ts';

/** A playlist as it was completely read for a plan. */
export interface ListBefore {
  readonly name: string;
  readonly rows: Rows;
}

/** The details of a playlist as Spotify sent them. */
export interface DetailsBefore {
  readonly name: string;
  readonly description: string | null;
  readonly isPublic: boolean | null;
  readonly isCollaborative: boolean;
}

/** When something was liked, as an ISO 8601 time, and its place in the list from 1; `null` where unknown. */
export interface SavedBefore {
  readonly at: string | null;
  readonly position: number | null;
}

/** What is going to be changed: made without a request, shown as a whole, and then carried out exactly. */
export interface Plan {
  /** Sentence such as "Add 12 songs to Kitchen Radio". */
  readonly title: string;
  readonly operations: readonly Operation[];
  /** The existing playlists whose rows the plan changes, by id. */
  readonly from: Readonly<Record<string, ListBefore>>;
  /** Names of the playlists that the plan creates or names, by list. */
  readonly names: Readonly<Record<string, string>>;
  /** Playlists that are backed up though their rows do not change, because they are left. */
  readonly leaves?: readonly string[];
  /** Titles of songs by URI, for the preview and the record. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Details of playlists before the plan, by id, for the undo. */
  readonly details?: Readonly<Record<string, DetailsBefore>>;
  /** Dates and places of what is unliked, by URI, for the record. */
  readonly saved?: Readonly<Record<string, SavedBefore>>;
  /** Sentences about what an undo cannot bring back. */
  readonly lost: readonly string[];
  /** The rows of a file that the plan restores or leaves out, for the report. */
  readonly rows?: readonly PlannedRow[];
}

/** Why a row of a file is not restored. */
export type LeftOutReason =
  /** A file on somebody's device. */
  | 'local'
  /** An episode, where only songs can be. */
  | 'episode'
  /** The file says nothing of it: Spotify had removed the song. */
  | 'gone'
  | 'not-searched'
  | 'not-checked'
  | 'not-found'
  /** Left out by the person. */
  | 'skipped'
  /** In the playlist or liked already. */
  | 'there';

/** A row of a file that is restored. */
export interface PlannedRow {
  /** The playlist that it goes to, by id or key. */
  readonly list: string;
  /** Name of its list in the file. */
  readonly from: string;
  /** Its position in that list, from 1. */
  readonly position: number;
  /** Title and artists; empty where unknown. */
  readonly song: string;
  /** `null` where it has none. */
  readonly uri: string | null;
  /** `null` where it is restored. */
  readonly reason: LeftOutReason | null;
}

/** A scope that a plan needs. */
export type WriteScope =
  | 'playlist-modify-private'
  | 'playlist-modify-public'
  | 'user-library-modify';

const EDIT: readonly WriteScope[] = ['playlist-modify-private', 'playlist-modify-public'];
const SAVE: readonly WriteScope[] = ['user-library-modify'];

/** The scopes that a plan needs, beside those of reading. */
export function scopesOf({ operations }: Pick<Plan, 'operations'>): readonly WriteScope[] {
  const needed = operations.flatMap(({ kind, ...operation }) => {
    if (kind !== 'save' && kind !== 'unsave') return EDIT;
    const uris = 'uris' in operation ? operation.uris : [];
    // Following a playlist counts as a change of playlists, too.
    return uris.some((uri) => uri.startsWith('spotify:playlist:')) ? [...SAVE, ...EDIT] : SAVE;
  });
  return [...new Set(needed)];
}

/** Gives the rows of every changed playlist after a number of operations. */
export function rowsBefore(
  plan: Pick<Plan, 'operations' | 'from'>,
  count: number,
  list: string,
): Rows {
  const start: Rows = plan.from[list]?.rows ?? [];
  return plan.operations
    .slice(0, count)
    .filter((operation) => changedList(operation) === list)
    .reduce(rowsAfter, start);
}

/** The rows of a playlist as the whole plan wants them. */
export function rowsWanted(plan: Pick<Plan, 'operations' | 'from'>, list: string): Rows {
  return rowsBefore(plan, plan.operations.length, list);
}

/** The playlists whose rows a plan changes, new ones included, in the order of the plan. */
export function changedLists({ operations }: Pick<Plan, 'operations'>): readonly string[] {
  return [...new Set(operations.flatMap((operation) => changedList(operation) ?? []))];
}

/** Sums of a plan, for its preview. */
export interface PlanSums {
  readonly added: number;
  readonly removed: number;
  /** Rows of the changed playlists that stay. */
  readonly untouched: number;
  /** Requests that change something, and those that read it back. */
  readonly writes: number;
  readonly reads: number;
}

/** Rows of one request that reads a playlist back. */
const READ_ROWS = 50;

/** Adds up a plan. */
export function sumsOf(plan: Plan): PlanSums {
  const lists = changedLists(plan);
  const pages = (rows: Rows) => Math.max(1, Math.ceil(rows.length / READ_ROWS));
  const of = (kind: Operation['kind']) =>
    plan.operations.reduce(
      (sum, operation) =>
        sum + (operation.kind === kind && 'uris' in operation ? operation.uris.length : 0),
      0,
    );
  const before = lists.reduce((sum, list) => sum + (plan.from[list]?.rows.length ?? 0), 0);
  const wanted = lists.reduce((sum, list) => sum + rowsWanted(plan, list).length, 0);
  const added = of('add');
  return {
    added: added + of('save'),
    removed: before + added - wanted + of('unsave'),
    untouched: wanted - added,
    writes: plan.operations.length,
    // Details and likes are read back one by one.
    reads:
      plan.operations.filter((each) => changedList(each) === undefined).length +
      lists.reduce(
        (sum, list) =>
          sum +
          pages(rowsWanted(plan, list)) +
          (isNewList(list) ? 0 : pages(plan.from[list]?.rows ?? [])),
        0,
      ),
  };
}

/** The playlists that would grow beyond Spotify's limit. */
export function tooLarge(plan: Plan): readonly string[] {
  return changedLists(plan).filter((list) => rowsWanted(plan, list).length > LARGEST_PLAYLIST);
}
