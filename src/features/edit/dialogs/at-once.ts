import { useNavigate } from '@solidjs/router';
import { BASE_PATH } from '../../../deployment.ts';
import { useLibraryChanges } from '../../../services/library-changes.ts';
import { useToast } from '../../../ui/overlays/toast.tsx';
import { useEdits } from '../edits.ts';
import { endOf } from '../journal/job-record.ts';
import { isLight, patchOf } from '../plan/light.ts';
import type { Plan } from '../plan/plan.ts';
import { editErrorText } from '../words.ts';

/** Carries light plans out without a review: rows show the change at once, and a refusal takes it back. */
export interface AtOnce {
  /** Whether a plan is light, the login may carry it out, and nothing else is being changed. */
  readonly isPossible: (plan: Plan) => boolean;
  /** Carries a plan out, and says how it ended in a toast with an undo; `undoes` is the id of the job that it undoes. */
  readonly apply: (plan: Plan, undoes?: string) => Promise<void>;
}

/** Makes what carries out light plans. */
export function createAtOnce(): AtOnce {
  const edits = useEdits();
  const changes = useLibraryChanges();
  const toast = useToast();
  const navigate = useNavigate();

  const isPossible = (plan: Plan) =>
    isLight(plan) && edits.lacking(plan).length === 0 && edits.state() !== 'running';

  async function apply(plan: Plan, undoes?: string): Promise<void> {
    let id: string | undefined;
    try {
      id = (await edits.prepare(plan, undoes === undefined ? {} : { undoes })).id;
    } catch (thrown) {
      toast({ text: `${editErrorText(thrown)} Nothing was changed.` });
      return;
    }
    const jobId = id;
    changes.patch(jobId, patchOf(plan));
    await edits.apply(jobId);
    const job = edits.jobs().find((each) => each.id === jobId);
    if (job && endOf(job) === 'done') {
      toast(
        undoes === undefined
          ? { text: `Done: ${plan.title}`, action: 'Undo', onAction: () => void undo(jobId) }
          : { text: `Undone: ${plan.title.replace(/^Undo: /, '')}` },
      );
      return;
    }
    changes.patch(jobId, undefined);
    // A stop for another reason is a card of its own, with the way on.
    if (job && endOf(job) !== 'unfinished')
      toast({ text: `Spotify refused: ${plan.title}. Nothing was changed.` });
  }

  async function undo(jobId: string): Promise<void> {
    const plan = await edits.planUndo(jobId).catch(() => undefined);
    if (!plan || !isPossible(plan))
      return navigate(`${BASE_PATH}changes?undo=${jobId}`, { resolve: false });
    await apply(plan, jobId);
  }

  return { isPossible, apply };
}
