import { type EditJob, idOf, rowsAt, type Step } from '../journal/job-record.ts';
import { planDetails, planSave, planUnsave } from './make-plans.ts';
import { isNewList, MOST_ITEMS, type Operation, type Rows } from './operation.ts';
import type { ListBefore, Plan } from './plan.ts';

const PLAYLIST = 'spotify:playlist:';

/** The playlists that have to be read before an undo can be planned. */
export function listsToRead(job: EditJob): readonly string[] {
  const lists = doneSteps(job).flatMap(({ step: { operation } }) =>
    operation.kind === 'add' || operation.kind === 'remove' ? [operation.list] : [],
  );
  // What was added to a new playlist goes with the playlist.
  return [...new Set(lists.filter((list) => !isNewList(list)))];
}

/**
 * Plans the undo of a job against the playlists as they are now, by id: a new plan, reviewed and carried out like any
 * other. What it cannot bring back is named.
 */
export function planUndo(job: EditJob, now: Readonly<Record<string, ListBefore>>): Plan {
  const undone = doneSteps(job)
    .toReversed()
    .map(({ step, index }) => undoOf(job, step.operation, index, now));
  return {
    title: `Undo: ${job.plan.title}`,
    operations: undone.flatMap(({ operations }) => operations),
    from: now,
    names: { ...job.plan.names, ...namesOfCreated(job) },
    lost: [...new Set(undone.flatMap(({ lost }) => lost))],
    // A created playlist is backed up before it is left: it may hold more by now.
    leaves: Object.values(job.created),
    ...(job.plan.details ? { details: detailsAfter(job) } : {}),
  };
}

/** The details of playlists after a job, which its undo starts from. */
function detailsAfter(job: EditJob): NonNullable<Plan['details']> {
  const after = { ...job.plan.details };
  for (const { step } of doneSteps(job)) {
    const { operation } = step;
    const known = operation.kind === 'details' ? after[operation.list] : undefined;
    if (operation.kind === 'details' && known)
      after[operation.list] = { ...known, ...operation.change };
  }
  return after;
}

function doneSteps({ steps }: Pick<EditJob, 'steps'>): readonly { step: Step; index: number }[] {
  return steps
    .map((step, index) => ({ step, index }))
    .filter(({ step: { state } }) => state === 'verified' || state === 'acknowledged');
}

function namesOfCreated(job: EditJob): Plan['names'] {
  const entries = Object.entries(job.created);
  return Object.fromEntries(entries.map(([list, id]) => [id, job.plan.names[list] ?? '']));
}

type Undone = Pick<Plan, 'operations' | 'lost'>;

const NOTHING: Undone = { operations: [], lost: [] };

function undoOf(
  job: EditJob,
  operation: Operation,
  index: number,
  now: Readonly<Record<string, ListBefore>>,
): Undone {
  switch (operation.kind) {
    case 'create':
      return planUnsave([PLAYLIST + idOf(job, operation.list)], '', [
        'Songs you have added to the new playlist since then go with it.',
      ]);
    case 'add':
      return isNewList(operation.list) ? NOTHING : undoAdd(job, operation, index, now);
    case 'remove':
      return undoRemove(job, operation, index, now);
    case 'details': {
      const before = job.plan.details?.[operation.list];
      return before
        ? planDetails(operation.list, before, changedBack(before, operation.change), '')
        : NOTHING;
    }
    case 'save':
      return planUnsave(operation.uris, '', []);
    case 'unsave':
      return {
        ...planSave(operation.uris.toReversed(), ''),
        lost: operation.uris.every((uri) => uri.startsWith(PLAYLIST))
          ? ['The playlists return at the top of your list, outside of folders.']
          : ['The dates and the order of what was saved are new.'],
      };
  }
}

/** The details before a change, as far as the change touched them and Spotify takes them back. */
function changedBack(
  before: NonNullable<Plan['details']>[string],
  change: Extract<Operation, { kind: 'details' }>['change'],
): Extract<Operation, { kind: 'details' }>['change'] {
  const { name, description, isPublic, isCollaborative } = change;
  return {
    ...(name === undefined ? {} : { name: before.name }),
    ...(description === undefined || before.description === null
      ? {}
      : { description: before.description }),
    ...(isPublic === undefined || before.isPublic === null ? {} : { isPublic: before.isPublic }),
    ...(isCollaborative === undefined ? {} : { isCollaborative: before.isCollaborative }),
  };
}

/** Removes by URI only what was not in the playlist before, and is in it as often as it was added. */
function undoAdd(
  job: EditJob,
  { list, uris }: Extract<Operation, { kind: 'add' }>,
  index: number,
  now: Readonly<Record<string, ListBefore>>,
): Undone {
  const before = new Set(job.plan.from[list]?.rows ?? []);
  const after = rowsAt(job, index + 1, list);
  const present = now[list]?.rows ?? [];
  const isExact = (uri: string) => !before.has(uri) && countOf(present, uri) <= countOf(after, uri);
  const removable = [...new Set(uris)].filter((uri) => isExact(uri) && present.includes(uri));
  const kept = new Set(uris.filter((uri) => !isExact(uri)));
  return {
    operations: chunks(removable).map((part) => ({ kind: 'remove', list, uris: part })),
    lost:
      kept.size === 0
        ? []
        : [
            `${kept.size === 1 ? 'One song' : `${kept.size} songs`} had another copy in ${job.plan.names[list] ?? 'the playlist'}. Remove the added copy in Spotify.`,
          ],
  };
}

/** Adds again what was removed, where it was if the playlist has not changed since, else at the end. */
function undoRemove(
  job: EditJob,
  { list, uris }: Extract<Operation, { kind: 'remove' }>,
  index: number,
  now: Readonly<Record<string, ListBefore>>,
): Undone {
  const before = rowsAt(job, index, list);
  const present = now[list]?.rows ?? [];
  const isUnchanged =
    present.length ===
    before.length - before.filter((uri) => uri !== null && uris.includes(uri)).length;
  const runs = runsOf(before, uris);
  return {
    operations: runs.flatMap(({ at, uris: run }) =>
      chunks(run).map(
        (part, place): Operation => ({
          kind: 'add',
          list,
          uris: part,
          position: isUnchanged ? at + place * MOST_ITEMS : null,
        }),
      ),
    ),
    lost: ['The dates when these songs were added are new.'],
  };
}

/** The removed rows as runs of neighbours with the index of the first, from the top. */
function runsOf(
  before: Rows,
  removed: readonly string[],
): readonly { readonly at: number; readonly uris: readonly string[] }[] {
  const runs: { at: number; uris: string[] }[] = [];
  before.forEach((uri, index) => {
    if (uri === null || !removed.includes(uri)) return;
    const last = runs.at(-1);
    if (last && last.at + last.uris.length === index) last.uris.push(uri);
    else runs.push({ at: index, uris: [uri] });
  });
  return runs;
}

function countOf(rows: Rows, uri: string): number {
  return rows.filter((each) => each === uri).length;
}

function chunks(uris: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(uris.length / MOST_ITEMS) }, (_, index) =>
    uris.slice(index * MOST_ITEMS, (index + 1) * MOST_ITEMS),
  );
}
