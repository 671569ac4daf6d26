import { useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { createLoginStarter } from '../../../services/begin-login.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { useToast } from '../../../ui/overlays/toast.tsx';
import { formatNumber } from '../../../words/number.ts';
import { type PrepareOptions, useEdits } from '../edits.ts';
import { type EditJob, endOf } from '../journal/job-record.ts';
import { changedLists, type Plan, tooLarge } from '../plan/plan.ts';
import { editErrorText, formatPrice, formatSongs, permissionsOf } from '../words.ts';
import { OperationDiff, PlanSumsList } from './review-diff.tsx';
import './review-dialog.css';

/** Shows a plan as a whole: what changes, what cannot be undone, what it costs; and carries it out on "Apply". */
export function ReviewDialog(props: {
  readonly plan: Plan;
  readonly more?: PrepareOptions;
  /** The job that was stored for the plan before the way to Spotify, which did not grant the permission. */
  readonly refused?: EditJob;
  /** What is offered before the plan is applied, such as an export. */
  readonly children?: JSX.Element;
  readonly onClose: () => void;
  /** Called with the id of the job when it begins; without it, the dialog closes then. */
  readonly onBegun?: (id: string) => void;
}): JSX.Element {
  const { plan } = props;
  const edits = useEdits();
  const starter = createLoginStarter();
  const navigate = useNavigate();
  const toast = useToast();
  const [asksFor, askFor] = createSignal<readonly string[] | undefined>(
    props.refused && edits.lacking(plan),
  );
  const [error, setError] = createSignal<unknown>();
  const [isBusy, setBusy] = createSignal(false);
  let question: HTMLDivElement | undefined;
  const count = countOf(plan);
  const lists = changedLists(plan);
  const large = tooLarge(plan);
  const backups =
    lists.filter((list) => plan.from[list] !== undefined).length + (plan.leaves ?? []).length;

  const leftOut = plan.rows?.filter(({ reason }) => reason !== null).length ?? 0;

  const isAnotherRunning = () => edits.state() === 'running';

  async function apply(): Promise<void> {
    const lacking = edits.lacking(plan);
    if (lacking.length > 0) {
      askFor(lacking);
      // The disabled button loses the focus, which would leave the dialog.
      question?.querySelector('button')?.focus();
      return;
    }
    const job = await prepared();
    if (!job) return;
    if (props.onBegun) {
      props.onBegun(job.id);
      return edits.apply(job.id);
    }
    props.onClose();
    await edits.apply(job.id);
    const done = edits.jobs().find(({ id }) => id === job.id);
    // A stop is a card of its own, with the way on.
    if (edits.state() === 'done' && done) tellEnd(done);
  }

  function tellEnd(job: EditJob): void {
    const goTo = (query: string) => () =>
      navigate(`${BASE_PATH}changes${query}`, { resolve: false });
    const end = endOf(job);
    if (end === 'done')
      toast({ text: `Done: ${plan.title}`, action: 'Undo', onAction: goTo(`?undo=${job.id}`) });
    else {
      const refused = end === 'partly' ? 'Spotify refused a part' : 'Spotify refused';
      toast({ text: `${refused}: ${plan.title}`, action: 'See why', onAction: goTo('') });
    }
  }

  /** Stores the plan, so that it outlives the way to Spotify and a reload. */
  async function prepared() {
    if (props.refused) return props.refused;
    setBusy(true);
    setError(undefined);
    try {
      return await edits.prepare(plan, props.more ?? {});
    } catch (thrown) {
      setError(() => thrown);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  async function goToSpotify(scopes: readonly string[]): Promise<void> {
    const job = await prepared();
    if (job) await starter.logInAgain(scopes, `/changes?apply=${job.id}`);
  }

  return (
    <Dialog
      title="Review changes"
      size="wide"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button
            kind="primary"
            label={`Apply ${formatNumber(count)} ${count === 1 ? 'change' : 'changes'}`}
            isDisabled={
              isBusy() ||
              isAnotherRunning() ||
              large.length > 0 ||
              count === 0 ||
              asksFor() !== undefined
            }
            onClick={() => void apply()}
          />
        </>
      }
    >
      <p class="review-title">{plan.title}</p>
      <Show when={count === 0}>
        <p>There is nothing to change.</p>
      </Show>
      <PlanSumsList plan={plan} />
      <div class="review-diff">
        <For each={plan.operations}>
          {(operation) => <OperationDiff operation={operation} plan={plan} />}
        </For>
      </div>
      {props.children}
      <For each={plan.lost}>{(text) => <Notice kind="warn" message={text} />}</For>
      <Show when={large.length > 0}>
        <Notice
          kind="bad"
          message="Spotify takes at most 10,000 songs in a playlist. Choose fewer."
        />
      </Show>
      <Show when={leftOut > 0}>
        <p class="review-price">
          {`${formatSongs(leftOut)} of the file ${leftOut === 1 ? 'isn’t' : 'aren’t'} restored. The report at the end says why.`}
        </p>
      </Show>
      <p class="review-price">
        {formatPrice(plan)}
        <Show when={backups > 0}>
          {` A backup of ${backups === 1 ? 'the playlist' : `${formatNumber(backups)} playlists`} is made first, and kept for 30 days.`}
        </Show>
        <Show when={!edits.isKept()}>
          {' This login isn’t kept on this device: leave this tab open until it is done.'}
        </Show>
      </p>
      <Show when={isAnotherRunning()}>
        <Notice
          kind="info"
          message="Another change is running. You can apply this one when it’s done."
        />
      </Show>
      <Show when={asksFor()}>
        {(scopes) => (
          <div ref={question}>
            <Notice
              kind="bad"
              message={
                props.refused
                  ? `Spotify didn’t grant the permission ${permissionsOf(scopes())}. Nothing was changed, and your login is as before.`
                  : `This needs the permission ${permissionsOf(scopes())}. Your login doesn’t have it yet. Spotify asks you, then you come back to this plan. If you cancel there, nothing changes.`
              }
              action={props.refused ? 'Ask again' : 'Continue to Spotify'}
              onAction={() => void goToSpotify(scopes())}
            />
          </div>
        )}
      </Show>
      <Show when={error() ?? starter.error()}>
        {(thrown) => (
          <Notice
            kind="bad"
            message={`${editErrorText(thrown())} Nothing was sent to Spotify.`}
            action="Try again"
            onAction={() => {
              setError(undefined);
              void apply();
            }}
          />
        )}
      </Show>
    </Dialog>
  );
}

/** Number of changes that the button names: rows, and one for each creation and change of details. */
function countOf({ operations }: Plan): number {
  return operations.reduce(
    (sum, operation) => sum + ('uris' in operation ? operation.uris.length : 1),
    0,
  );
}
