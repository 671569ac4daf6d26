import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EditStop } from '../../../src/features/edit/apply/stop.ts';
import type { EditJob } from '../../../src/features/edit/journal/job-record.ts';
import { planAdd, planNewPlaylists } from '../../../src/features/edit/plan/make-plans.ts';
import { areSame, type Rows } from '../../../src/features/edit/plan/operation.ts';
import { type Plan, rowsWanted, sumsOf } from '../../../src/features/edit/plan/plan.ts';
import { planUndo } from '../../../src/features/edit/plan/undo.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Editor, listNow, openEditor } from './editor.ts';

const network = useNetwork();

/** What is added to a playlist: songs by number, some of which it has already, and where. */
const addition = fc.record({
  songs: fc.array(fc.nat(8), { minLength: 1, maxLength: 130 }),
  place: fc.constantFrom<'first' | 'last'>('first', 'last'),
});
const few = { numRuns: 8 } as const;
/** In ms; each run logs in and sends some dozens of requests. */
const LONG = 60_000;

/** Plans an addition to the first playlist, of songs that are partly in it. */
function planFor(
  editor: Editor,
  { songs, place }: { songs: readonly number[]; place: 'first' | 'last' },
) {
  const [playlist] = editor.own;
  if (!playlist) throw new Error('no playlist');
  const before = editor.rows(playlist.id);
  const pool = [...before.slice(0, 3), ...editor.others].filter((uri) => uri !== null);
  const uris = songs.map((number) => pool[number] ?? '');
  return { id: playlist.id, before, plan: planAdd(listNow(editor, playlist), uris, place, 'Add') };
}

function wanted(plan: Plan, id: string): Rows {
  return rowsWanted(plan, id);
}

describe('for any songs added to a playlist', () => {
  test(
    'the playlist reads as planned, and its undo gives the playlist of before but for copies it names',
    async () => {
      await fc.assert(
        fc.asyncProperty(addition, async (what) => {
          network.resetHandlers();
          const editor = await openEditor(network);
          const { id, before, plan } = planFor(editor, what);
          const job = await editor.apply(editor.job(plan));
          expect(editor.rows(id)).toEqual(wanted(plan, id));
          const { added, removed, untouched } = sumsOf(plan);
          expect([added, removed, untouched]).toEqual([what.songs.length, 0, before.length]);

          const undo = planUndo(job, { [id]: { name: '', rows: editor.rows(id) } });
          if (undo.operations.length > 0) await editor.apply(editor.job(undo));
          const left = editor.rows(id);
          // What had a copy before is never touched by its URI.
          const doubled = new Set(before);
          expect(left.filter((uri) => !doubled.has(uri))).toEqual([]);
          for (const uri of before) expect(left).toContain(uri);
          if (undo.lost.length === 0) expect(left).toEqual(before);
        }),
        few,
      );
    },
    LONG,
  );

  test(
    'a page that closes after any stored state and comes back later ends in the same playlist',
    async () => {
      await fc.assert(
        fc.asyncProperty(addition, fc.nat(7), fc.boolean(), async (what, entry, isMade) => {
          network.resetHandlers();
          const editor = await openEditor(network);
          const { id, plan } = planFor(editor, what);
          const made = planNewPlaylists(
            [{ name: 'New', description: '', uris: editor.others.slice(0, 120) }],
            'Make',
          );
          let saved = 0;
          let last: EditJob = editor.job(isMade ? made : plan);
          const crash = {
            async save(job: EditJob) {
              last = structuredClone(job);
              saved += 1;
              if (saved > entry) throw new Error('the page has closed');
            },
          };
          await editor.apply(last, crash).catch(() => undefined);
          const ended = await editor.apply(last).catch((error: unknown) => {
            // A request that did not arrive is sent again when the person says so.
            if (!(error instanceof EditStop) || error.kind !== 'not-arrived') throw error;
            return editor.apply(editor.stored.at(-1) ?? last, { mayResend: true });
          });
          const list = isMade ? (ended.created['new:0'] ?? '') : id;
          expect(editor.rows(list)).toEqual(wanted(ended.plan, isMade ? 'new:0' : id));
        }),
        few,
      );
    },
    LONG,
  );

  test(
    'a request whose outcome is unknown ends in the plan, in what was before, or in a stop that says so',
    async () => {
      const fault = fc.constantFrom(
        'answer-lost',
        'bad-gateway-after',
        'network-error',
        'server-error-502',
        'truncated-body' as const,
      );
      await fc.assert(
        fc.asyncProperty(addition, fault, fc.nat(2), async (what, name, skip) => {
          network.resetHandlers();
          const editor = await openEditor(network);
          const { id, before, plan } = planFor(editor, what);
          editor.spotify.faults.arm(name, { on: 'add', skip });
          const error: unknown = await editor.apply(editor.job(plan)).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          const now = editor.rows(id);
          if (error === undefined) {
            expect(now).toEqual(wanted(plan, id));
            return;
          }
          expect(error).toBeInstanceOf(EditStop);
          // As far as it came, the playlist has a beginning of the plan, and nothing twice.
          const steps = plan.operations.length;
          const beginnings = Array.from({ length: steps + 1 }, (_, count) =>
            rowsWanted({ ...plan, operations: plan.operations.slice(0, count) }, id),
          );
          expect([before, ...beginnings].some((rows) => areSame(rows, now))).toBe(true);
        }),
        few,
      );
    },
    LONG,
  );
});
