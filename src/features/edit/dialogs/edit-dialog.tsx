import { createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { useServices, useSessionRecord } from '../../../services/services.tsx';
import { useSpotify } from '../../../services/spotify.ts';
import { areSaved } from '../../../spotify/writes.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { errorText } from '../../../words/errors.ts';
import type { ChosenSong, EditDialogProps, EditRequest } from '../opener.tsx';
import { planLeave, planSave, planUnsave } from '../plan/make-plans.ts';
import { MOST_SAVED } from '../plan/operation.ts';
import type { Plan } from '../plan/plan.ts';
import { formatSongs } from '../words.ts';
import { AddForm } from './add-form.tsx';
import { DetailsForm } from './details-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { NewPlaylistForm } from './new-playlist-form.tsx';
import { labelsOf, type Planned } from './planned.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { SplitForm } from './split-form.tsx';
import './edit-form.css';

/** Asks for what a change needs, then shows its plan for review. */
export function EditDialog(props: EditDialogProps): JSX.Element {
  const [planned, setPlanned] = createSignal<Planned | undefined>(plannedAtOnce(props.request));
  const { request } = props;
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
                onPlan={setPlanned}
                onClose={props.onClose}
              />
            )}
          </Match>
          <Match when={(request.kind === 'like' || request.kind === 'unlike') && request}>
            {(wanted) => (
              <LikeCheck
                songs={wanted().songs}
                isLike={wanted().kind === 'like'}
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
        />
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

function leavePlan(playlists: readonly Playlist[], meId: string | undefined): Plan {
  const left = playlists.map(({ id, name, ownerId, visibility }) => ({
    id,
    name,
    isOwn: ownerId === meId,
    isCollaborative: visibility === 'collaborative',
  }));
  const own = left.filter(({ isOwn }) => isOwn).length;
  const [only] = left;
  const title =
    only && left.length === 1
      ? `${only.isOwn ? 'Delete' : 'Leave'} ${only.name}`
      : own === 0
        ? `Leave ${left.length} playlists`
        : own === left.length
          ? `Delete ${own} playlists`
          : `Delete ${own} and leave ${left.length - own} playlists`;
  return planLeave(left, title);
}

/** Asks Spotify which of the songs are liked, so that the plan holds only what changes. */
function LikeCheck(props: {
  readonly songs: readonly ChosenSong[];
  readonly isLike: boolean;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const { connection, pace } = useSpotify();
  const uris = [
    ...new Set(
      props.songs.flatMap(({ uri, kind }) =>
        uri && kind !== 'local' && kind !== 'unavailable' ? [uri] : [],
      ),
    ),
  ];
  const [checked, { refetch }] = createResource(async () => {
    const { signal } = new AbortController();
    const saved: string[] = [];
    for (let start = 0; start < uris.length; start += MOST_SAVED) {
      const part = uris.slice(start, start + MOST_SAVED);
      const answers = await areSaved(connection, part, signal);
      saved.push(...part.filter((_, index) => answers[index]));
    }
    const wanted = uris.filter((uri) => saved.includes(uri) !== props.isLike);
    if (wanted.length > 0) props.onPlan({ plan: likePlan(wanted, props) });
    return { count: wanted.length, at: clock.now() };
  });
  const title = () => (props.isLike ? 'Like songs' : 'Unlike songs');
  return (
    <Dialog
      title={title()}
      onClose={props.onClose}
      actions={<Button label="Close" onClick={props.onClose} />}
    >
      <Switch>
        <Match when={checked.error}>
          <Notice
            kind="bad"
            message={errorText(checked.error)}
            action="Try again"
            onAction={() => {
              pace.lift();
              void refetch();
            }}
          />
        </Match>
        <Match when={checked.loading}>
          <p role="status">Checking which songs you like…</p>
        </Match>
        <Match when={true}>
          <p role="status">
            {props.isLike
              ? 'You like all of these songs already.'
              : 'You like none of these songs.'}
          </p>
        </Match>
      </Switch>
    </Dialog>
  );
}

function likePlan(
  uris: readonly string[],
  { songs, isLike }: { readonly songs: readonly ChosenSong[]; readonly isLike: boolean },
): Plan {
  const labels = labelsOf(songs);
  if (isLike) return { ...planSave(uris, `Like ${formatSongs(uris.length)}`), labels };
  const lost = ['If you like them again later, Spotify counts from that day.'];
  return { ...planUnsave(uris, `Unlike ${formatSongs(uris.length)}`, lost), labels };
}
