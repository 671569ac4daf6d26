import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { createLoginStarter } from '../../../services/begin-login.ts';
import { ButtonLink } from '../../../ui/controls/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Notices } from '../../login/notices.tsx';
import { RequireLogin } from '../../login/require-login.tsx';
import { ReviewDialog } from '../dialogs/review-dialog.tsx';
import { useEdits } from '../edits.ts';
import type { EditJob } from '../journal/job-record.ts';
import type { Plan } from '../plan/plan.ts';
import { editErrorText, HELD_UP, permissionsOf } from '../words.ts';
import { ChangeRow } from './change-row.tsx';
import './changes-page.css';

const OF_ANOTHER = 'This plan belongs to another account. Nothing was changed.';

/** The record of what was changed at Spotify, with undo, backups, and the way on for what has stopped. */
export default function Changes(): JSX.Element {
  return (
    <RequireLogin>
      <div class="page changes">
        <PageHeading title="Changes" />
        <Notices>
          <ChangesTable />
        </Notices>
      </div>
    </RequireLogin>
  );
}

function ChangesTable(): JSX.Element {
  const edits = useEdits();
  const starter = createLoginStarter();
  const navigate = useNavigate();
  const [asked] = useSearchParams<{ apply?: string; undo?: string }>();
  const [isRead, setRead] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [undo, setUndo] = createSignal<{ readonly plan: Plan; readonly id: string }>();
  /** The job whose permission Spotify did not grant. */
  const [refused, setRefused] = createSignal<EditJob>();
  const [isOfAnother, setOfAnother] = createSignal(false);

  /** Reads the record, and goes on with what the address names, after the way to Spotify. */
  async function comeBack(): Promise<void> {
    setError(undefined);
    try {
      await edits.open();
    } catch (thrown) {
      setError(() => thrown);
      return;
    }
    setRead(true);
    const { apply, undo: undone } = asked;
    if (apply === undefined && undone === undefined) return;
    navigate(`${BASE_PATH}changes`, { replace: true, resolve: false });
    const job = edits.jobs().find(({ id }) => id === (apply ?? undone));
    if (!job) setOfAnother(true);
    else if (apply === undefined) await planUndo(job);
    else await applyIfGranted(job);
  }
  onMount(() => void comeBack());

  async function applyIfGranted(job: EditJob): Promise<void> {
    if (edits.lacking(job.plan).length === 0) return edits.apply(job.id);
    setRefused(job);
  }

  async function planUndo(job: EditJob): Promise<void> {
    setError(undefined);
    try {
      setUndo({ plan: await edits.planUndo(job.id), id: job.id });
    } catch (thrown) {
      setError(() => thrown);
    }
  }

  const stopped = () => (edits.state() === 'failed' ? edits.error() : undefined);
  const lackingNow = () => {
    const job = edits.current();
    return job ? edits.lacking(job.plan) : [];
  };

  return (
    <>
      <p class="changes-lead">
        Every change is written down before it is sent, and read back afterwards. The record and its
        backups stay in this browser for 30 days, or until you log out.
      </p>
      <Show when={edits.isHeldUp()}>
        <Notice kind="warn" message={HELD_UP} />
      </Show>
      <Show when={stopped()}>
        {(thrown) => (
          <Notice
            kind="bad"
            message={
              lackingNow().length > 0
                ? `This needs the permission ${permissionsOf(lackingNow())}. Nothing more was sent.`
                : editErrorText(thrown())
            }
            action={lackingNow().length > 0 ? 'Ask again' : edits.resumeLabel()}
            onAction={() => {
              const job = edits.current();
              if (!job) return;
              if (lackingNow().length > 0)
                void starter.logInAgain(lackingNow(), `/changes?apply=${job.id}`);
              else edits.resume();
            }}
          />
        )}
      </Show>
      <Show when={isOfAnother()}>
        <Notice kind="bad" message={OF_ANOTHER} />
      </Show>
      <Show when={error()}>
        {(thrown) => (
          <Notice
            kind="bad"
            message={editErrorText(thrown())}
            action="Try again"
            onAction={() => void comeBack()}
          />
        )}
      </Show>
      <Show
        when={edits.jobs().length > 0}
        fallback={
          <Show when={isRead()}>
            <EmptyState text="Nothing changed yet. What you change in your playlists is listed here.">
              <ButtonLink label="Go to playlists" href={`${BASE_PATH}playlists`} />
            </EmptyState>
          </Show>
        }
      >
        <table class="changes-table" aria-label="Changes">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">How it ended</th>
              <th scope="col">
                <span class="changes-unseen">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={edits.jobs()}>
              {(job) => (
                <ChangeRow
                  job={job}
                  edits={edits}
                  onUndo={() => void planUndo(job)}
                  onError={(thrown) => setError(() => thrown)}
                />
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <Show when={refused()} keyed>
        {(job) => (
          <ReviewDialog plan={job.plan} refused={job} onClose={() => setRefused(undefined)} />
        )}
      </Show>
      <Show when={undo()} keyed>
        {({ plan, id }) => (
          <ReviewDialog plan={plan} more={{ undoes: id }} onClose={() => setUndo(undefined)} />
        )}
      </Show>
    </>
  );
}
