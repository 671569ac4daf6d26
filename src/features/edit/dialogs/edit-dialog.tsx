import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { useSessionRecord } from '../../../services/services.tsx';
import { getRelease } from '../../../spotify/saved.ts';
import type { EditDialogProps, EditRequest } from '../opener.tsx';
import { AddForm } from './add-form.tsx';
import { createAtOnce } from './at-once.ts';
import { DetailsForm } from './details-form.tsx';
import { LeaveExport } from './leave-export.tsx';
import { leavePlan } from './leave-plan.ts';
import { LikeCheck } from './like-check.tsx';
import { MergeForm } from './merge-form.tsx';
import { NewPlaylistForm } from './new-playlist-form.tsx';
import type { Planned } from './planned.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { SplitForm } from './split-form.tsx';
import './edit-form.css';

const LIKES = {
  like: { title: 'Like', isLike: true, nothing: 'You like all of these already.' },
  unlike: { title: 'Unlike', isLike: false, nothing: 'You like none of these.' },
};
const SAVES = { ...LIKES.like, title: 'Save', nothing: 'You have saved all of these already.' };
const RELEASES = {
  track: { title: 'Save the album', nothing: 'You’ve saved this album already.' },
  episode: { title: 'Save the show', nothing: 'You’ve saved this show already.' },
};

/** Asks for what a change needs, then shows its plan for review, or carries a light one out at once. */
export function EditDialog(props: EditDialogProps): JSX.Element {
  const [planned, review] = createSignal<Planned | undefined>(plannedAtOnce(props.request));
  const atOnce = createAtOnce();
  const { request } = props;

  function setPlanned(next: Planned): void {
    if (props.isReviewed || !atOnce.isPossible(next.plan)) return void review(next);
    props.onClose();
    void atOnce.apply(next.plan);
  }

  return (
    <Show
      when={planned()}
      fallback={
        <Switch>
          <Match when={request.kind === 'new-playlist' && request}>
            {(wanted) => (
              <NewPlaylistForm
                songs={wanted().songs}
                name={wanted().name}
                onPlan={setPlanned}
                onClose={props.onClose}
              />
            )}
          </Match>
          <Match when={request.kind === 'merge' && request}>
            {(wanted) => (
              <MergeForm
                playlists={wanted().playlists}
                onPlan={setPlanned}
                onClose={props.onClose}
              />
            )}
          </Match>
          <Match when={request.kind === 'split' && request}>
            {(wanted) => (
              <SplitForm request={wanted()} onPlan={setPlanned} onClose={props.onClose} />
            )}
          </Match>
          <Match when={request.kind === 'add' && request}>
            {(wanted) => (
              <AddForm songs={wanted().songs} onPlan={setPlanned} onClose={props.onClose} />
            )}
          </Match>
          <Match when={request.kind === 'rename' && request}>
            {(wanted) => (
              <DetailsForm
                playlist={wanted().playlist}
                isAtOnce={(plan) => props.isReviewed !== true && atOnce.isPossible(plan)}
                onPlan={setPlanned}
                onClose={props.onClose}
              />
            )}
          </Match>
          <Match when={(request.kind === 'like' || request.kind === 'unlike') && request}>
            {(wanted) => (
              <LikeCheck
                {...likeWords(wanted())}
                read={() => wanted().songs}
                onPlan={setPlanned}
                onClose={props.onClose}
              />
            )}
          </Match>
          <Match when={request.kind === 'save-release' && request.of}>
            {(song) => (
              <LikeCheck
                {...RELEASES[song().kind]}
                isLike
                read={async (connection, signal) => {
                  const { people, name, ...release } = await getRelease(connection, song(), signal);
                  return [{ ...release, title: name, artists: people }];
                }}
                onPlan={setPlanned}
                onClose={props.onClose}
              />
            )}
          </Match>
        </Switch>
      }
    >
      {(ready) => (
        <ReviewDialog
          plan={ready().plan}
          more={ready().namesakes ? { namesakes: ready().namesakes ?? [] } : {}}
          onClose={props.onClose}
        >
          <Show when={request.kind === 'leave' && request}>
            {(leaving) => <LeaveExport playlists={leaving().playlists} />}
          </Show>
        </ReviewDialog>
      )}
    </Show>
  );

  /** Leaving needs nothing but its review. */
  function plannedAtOnce(wanted: EditRequest): Planned | undefined {
    if (wanted.kind !== 'leave') return undefined;
    const meId = useSessionRecord()()?.account?.userId;
    return { plan: leavePlan(wanted.playlists, meId) };
  }
}

/** Songs are liked; albums, shows, episodes and audiobooks are saved. */
function likeWords({ kind, songs }: Extract<EditRequest, { kind: 'like' | 'unlike' }>) {
  const hasSongs = songs.some(({ uri }) => uri?.startsWith('spotify:track:'));
  return kind === 'like' && !hasSongs ? SAVES : LIKES[kind];
}
