import { createSignal, type JSX, Match, onMount, Switch } from 'solid-js';
import { EditDialog } from '../../edit/dialogs/edit-dialog.tsx';
import { createOwnPlaylists } from '../../edit/dialogs/own-playlists.ts';
import type { Planned } from '../../edit/dialogs/planned.ts';
import { ReviewDialog } from '../../edit/dialogs/review-dialog.tsx';
import type { ChosenEntry } from '../../edit/opener.tsx';
import { useMatchJob } from '../match/match-job.ts';
import { distinctSongs } from '../match/match-key.ts';
import type { Chosen } from '../restore-plan.ts';
import { sortRows } from '../sort-rows.ts';
import { ChooseFile } from './choose-file.tsx';
import { ChooseLists } from './choose-lists.tsx';
import { MatchStep } from './match-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { RestoreReport } from './restore-report.tsx';
import './restore-dialog.css';

/**
 * Restores lists from a file: the file, its lists and their target, the search for songs without a link, the plan for
 * review, and the report. The search goes on while the dialog is closed.
 */
export function RestoreDialog(props: { readonly onClose: () => void }): JSX.Element {
  const own = createOwnPlaylists();
  const job = useMatchJob();
  job.watch();
  const isSearched = () => job.songs().length > 0;
  const [step, setStep] = createSignal<'lists' | 'match' | 'plan'>(
    isSearched() ? 'match' : 'lists',
  );
  const [planned, setPlanned] = createSignal<Planned>();
  const [begunId, setBegunId] = createSignal<string>();
  const [toSave, setToSave] = createSignal<readonly ChosenEntry[]>();
  // Without what was searched for before, it is searched for again.
  onMount(() => void job.open().catch(() => undefined));

  function choose(chosen: Chosen, isSearching: boolean): void {
    const draft = job.draft();
    if (!draft) return;
    job.setDraft({ ...draft, chosen });
    const unmatched = chosen.lists.flatMap(({ rows }) => sortRows(rows).unmatched);
    if (isSearching) job.start(distinctSongs(unmatched));
    setStep(isSearching ? 'match' : 'plan');
  }

  /** A file that nothing was searched for is read anew next time. */
  function close(): void {
    if (!isSearched()) job.setDraft(undefined);
    props.onClose();
  }

  return (
    <Switch fallback={<ChooseFile onRead={job.setDraft} onClose={close} />}>
      <Match when={begunId()}>
        {(id) => <RestoreReport jobId={id()} onClose={props.onClose} />}
      </Match>
      <Match when={toSave()}>
        {(entries) => (
          <EditDialog request={{ kind: 'like', songs: entries() }} isReviewed onClose={close} />
        )}
      </Match>
      <Match when={planned()}>
        {(ready) => (
          <ReviewDialog
            plan={ready().plan}
            more={{ namesakes: ready().namesakes ?? [] }}
            onClose={close}
            onBegun={(id) => {
              setBegunId(id);
              job.setDraft(undefined);
            }}
          />
        )}
      </Match>
      <Match when={step() === 'plan' && job.draft()?.chosen} keyed>
        {(chosen) => (
          <PlanStep
            chosen={chosen}
            outcomeOf={job.outcomeOf}
            playlists={own.rows() ?? []}
            onPlan={setPlanned}
            onBack={() => setStep(isSearched() ? 'match' : 'lists')}
            onClose={close}
          />
        )}
      </Match>
      <Match when={step() === 'match' && job.draft()?.chosen} keyed>
        {(chosen) => (
          <MatchStep
            chosen={chosen}
            onBack={() => {
              job.stop();
              setStep('lists');
            }}
            onContinue={() => setStep('plan')}
            onClose={close}
          />
        )}
      </Match>
      <Match when={job.draft()} keyed>
        {(draft) => (
          <ChooseLists
            draft={draft}
            own={own}
            isKnown={job.isKnown}
            onCorrect={(read, choice) => job.setDraft({ ...draft, read, choice })}
            onChoose={choose}
            onSave={(saved) =>
              setToSave(
                saved.flatMap(({ kind, items }) => items.map((item) => ({ ...item, kind }))),
              )
            }
            onBack={() => job.setDraft(undefined)}
            onClose={close}
          />
        )}
      </Match>
    </Switch>
  );
}
