import { expect, test } from 'vitest';
import type { Step as RequestStep } from '../../../src/demo/faults.ts';
import { EditStop } from '../../../src/features/edit/apply/stop.ts';
import { type EditJob, endOf } from '../../../src/features/edit/journal/job-record.ts';
import {
  planAdd,
  planDetails,
  planLeave,
  planNewPlaylists,
  planSave,
  planUnsave,
} from '../../../src/features/edit/plan/make-plans.ts';
import type { Operation } from '../../../src/features/edit/plan/operation.ts';
import type { Plan } from '../../../src/features/edit/plan/plan.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Editor, listNow, openEditor } from './editor.ts';

/*
 * Whatever is changed, and wherever the page closes or an answer is lost: in the end the library is as without it.
 */

const network = useNetwork();

/** In ms; each test logs in several times. */
const LONG = 60_000;
/** More than a job of these plans stores. */
const ENTRIES = 10;

function first({ own: [playlist] }: Editor) {
  if (!playlist) throw new Error('no playlist of one’s own');
  return playlist;
}

/** One plan for each kind of operation, with the requests that carry it out. */
const PLANS: Readonly<
  Record<Operation['kind'] | 'leave', readonly [RequestStep, (editor: Editor) => Plan]>
> = {
  create: [
    'create',
    ({ others }) =>
      planNewPlaylists([{ name: 'New', description: '', uris: others.slice(0, 3) }], 'Make'),
  ],
  add: [
    'add',
    (editor) => planAdd(listNow(editor, first(editor)), editor.others.slice(0, 120), 'first', ''),
  ],
  remove: [
    'remove',
    (editor) => {
      const { id, name } = first(editor);
      const rows = editor.rows(id);
      const uris = rows.flatMap((uri) => uri ?? []).slice(0, 2);
      const before = planAdd({ id, name, rows }, [], 'last', 'Remove');
      return { ...before, operations: [{ kind: 'remove', list: id, uris }] };
    },
  ],
  details: [
    'details',
    (editor) => {
      const { id, name } = first(editor);
      const before = { name, description: null, isPublic: true, isCollaborative: false };
      return planDetails(id, before, { name: 'Other', description: 'Words' }, 'Rename');
    },
  ],
  save: ['library', ({ others }) => planSave(others.slice(50, 140), 'Like')],
  unsave: [
    'library',
    ({ spotify: { library } }) =>
      planUnsave(
        library.liked().map(({ track }) => track.uri),
        'Unlike',
        [],
      ),
  ],
  leave: [
    'library',
    (editor) => {
      const { id, name } = first(editor);
      return planLeave([{ id, name, isOwn: true, isCollaborative: false }], 'Leave');
    },
  ],
};

/** Everything of a library that a change may touch. */
function libraryOf({ spotify: { library }, rows }: Editor) {
  return {
    playlists: library.playlists.map(
      (each) => each && [each.name, each.description, each.public, rows(each.id)],
    ),
    liked: library.liked().map(({ track }) => track.uri),
  };
}

/** Opens an editor, carries out a plan, and gives the library at the end. */
async function carryOut(
  planOf: (editor: Editor) => Plan,
  apply: (editor: Editor, job: EditJob) => Promise<EditJob> = (editor, job) => editor.apply(job),
) {
  network.resetHandlers();
  const editor = await openEditor(network);
  const ended = await apply(editor, editor.job(planOf(editor)));
  expect(endOf(ended)).toBe('done');
  return libraryOf(editor);
}

/** Carries a job on; what did not arrive is sent again when the person says so. */
function goOn(editor: Editor, job: EditJob): Promise<EditJob> {
  return editor.apply(job).catch((error: unknown) => {
    if (!(error instanceof EditStop) || error.kind !== 'not-arrived') throw error;
    return editor.apply(editor.stored.at(-1) ?? job, { mayResend: true });
  });
}

test.each(Object.entries(PLANS))(
  'a page that closes after any entry of "%s" comes back to the same end',
  async (_, [, planOf]) => {
    const wanted = await carryOut(planOf);
    for (let entry = 0; entry < ENTRIES; entry += 1) {
      let last: EditJob | undefined;
      let saved = 0;
      const end = await carryOut(planOf, async (editor, job) => {
        last = job;
        const save = async (next: EditJob) => {
          last = structuredClone(next);
          saved += 1;
          if (saved > entry) throw new Error('the page has closed');
        };
        await editor.apply(job, { save }).catch(() => undefined);
        return goOn(editor, last);
      });
      expect(end, `entry ${entry}`).toEqual(wanted);
      // The whole job fits into fewer entries.
      if (saved <= entry) break;
    }
  },
  LONG,
);

test.each(Object.entries(PLANS))(
  'an answer to "%s" that is lost, whether it was carried out or not, leads to the same end',
  async (_, [on, planOf]) => {
    const wanted = await carryOut(planOf);
    for (const fault of ['answer-lost', 'bad-gateway-after', 'network-error'] as const) {
      const end = await carryOut(planOf, (editor, job) => {
        editor.spotify.faults.arm(fault, { on });
        return goOn(editor, job);
      });
      expect(end, fault).toEqual(wanted);
    }
  },
  LONG,
);
