import { useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { createLoginStarter } from '../../../services/begin-login.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { formatNumber } from '../../../words/number.ts';
import { type PrepareOptions, useEdits } from '../edits.ts';
import { endOf } from '../journal/job-record.ts';
import type { Operation } from '../plan/operation.ts';
import { changedLists, type Plan, rowsWanted, sumsOf, tooLarge } from '../plan/plan.ts';
import {
  editErrorText,
  formatOperation,
  formatPrice,
  formatSongs,
  permissionsOf,
} from '../words.ts';
import './review-dialog.css';

/** Most titles that are listed of one request. */
const MOST_TITLES = 40;

/** Shows a plan as a whole: what changes, what cannot be undone, what it costs; and carries it out on "Apply". */
export function ReviewDialog(props: {
  readonly plan: Plan;
  readonly more?: PrepareOptions;
  readonly onClose: () => void;
  /** Called with the id of the job when it begins; without it, the dialog closes then. */
  readonly onBegun?: (id: string) => void;
}): JSX.Element {
  const { plan } = props;
  const edits = useEdits();
  const starter = createLoginStarter();
  const navigate = useNavigate();
  const toast = useToast();
  const [asksFor, askFor] = createSignal<readonly string[]>();
  const [error, setError] = createSignal<unknown>();
  const [isBusy, setBusy] = createSignal(false);
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
    if (edits.state() === 'done' && done && endOf(done) === 'done')
      toast({
        text: `Done: ${plan.title}`,
        action: 'Undo',
        onAction: () => navigate(`${BASE_PATH}changes?undo=${job.id}`, { resolve: false }),
      });
  }

  /** Stores the plan, so that it outlives the way to Spotify and a reload. */
  async function prepared() {
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
      <ul class="review-sums">
        <For each={lists}>
          {(list) => (
            <li>
              <span translate="no">{plan.names[list] || 'New playlist'}</span>
              {`: ${sumsWords(plan, list)}`}
            </li>
          )}
        </For>
      </ul>
      <div class="review-diff">
        <For each={plan.operations}>
          {(operation) => <OperationDiff operation={operation} plan={plan} />}
        </For>
      </div>
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
          <Notice
            kind="bad"
            message={`This needs the permission ${permissionsOf(scopes())}. Your login only reads so far. Spotify asks you, then you come back to this plan. If you cancel there, nothing changes.`}
            action="Continue to Spotify"
            onAction={() => void goToSpotify(scopes())}
          />
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

/** The songs or details of one request, with a sign before each. */
function OperationDiff(props: { readonly operation: Operation; readonly plan: Plan }): JSX.Element {
  const { operation, plan } = props;
  const uris = 'uris' in operation ? operation.uris : [];
  const isRemoval = operation.kind === 'remove' || operation.kind === 'unsave';
  const before = operation.kind === 'details' ? plan.details?.[operation.list] : undefined;
  const nameOf = (uri: string) => plan.labels?.[uri] ?? plan.names[uri.split(':')[2] ?? ''] ?? uri;
  return (
    <section class="review-operation">
      <h3>{formatOperation(operation, plan)}</h3>
      <Show when={operation.kind === 'details' && operation.change}>
        {(change) => (
          <ul class="review-lines">
            <DetailLines before={before?.name} after={change().name} />
            <DetailLines before={before?.description} after={change().description} />
            <DetailLines
              before={profileWords(change().isPublic === undefined ? undefined : before?.isPublic)}
              after={profileWords(change().isPublic)}
            />
          </ul>
        )}
      </Show>
      <ul class="review-lines">
        <For each={uris.slice(0, MOST_TITLES)}>
          {(uri) => (
            <li class={isRemoval ? 'review-removed' : 'review-added'} translate="no">
              {nameOf(uri)}
            </li>
          )}
        </For>
      </ul>
      <Show when={uris.length > MOST_TITLES}>
        <p class="review-price">{`and ${formatNumber(uris.length - MOST_TITLES)} more`}</p>
      </Show>
    </section>
  );
}

/** One detail before and after; nothing where it does not change. */
function DetailLines(props: {
  readonly before: string | null | undefined;
  readonly after: string | undefined;
}): JSX.Element {
  return (
    <Show when={props.after !== undefined}>
      <Show when={props.before}>
        <li class="review-removed" translate="no">
          {props.before}
        </li>
      </Show>
      <li class="review-added" translate="no">
        {props.after}
      </li>
    </Show>
  );
}

function profileWords(isPublic: boolean | null | undefined): string | undefined {
  if (isPublic === undefined || isPublic === null) return undefined;
  return isPublic ? 'On profile' : 'Not on profile';
}

function sumsWords(plan: Plan, list: string): string {
  const before = plan.from[list]?.rows.length ?? 0;
  const only = {
    ...plan,
    operations: plan.operations.filter((each) => 'list' in each && each.list === list),
  };
  const { added, removed } = sumsOf(only);
  const words = [
    added > 0 ? `${formatNumber(added)} added` : '',
    removed > 0 ? `${formatNumber(removed)} removed` : '',
    before > 0 ? `${formatNumber(before - removed)} stay as they are` : '',
  ].filter(Boolean);
  return `${words.join(', ')}; ${formatNumber(rowsWanted(plan, list).length)} in the end`;
}

/** Number of changes that the button names: rows, and one for each creation and change of details. */
function countOf({ operations }: Plan): number {
  return operations.reduce(
    (sum, operation) => sum + ('uris' in operation ? operation.uris.length : 1),
    0,
  );
}
