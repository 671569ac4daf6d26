import { createResource, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { useSpotify } from '../../../services/spotify.ts';
import { areSaved, readUris } from '../../../spotify/writes.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { settled } from '../../../ui/settled.ts';
import { errorText } from '../../../words/errors.ts';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import type { Planned } from '../../edit/dialogs/planned.ts';
import { MOST_SAVED, type Rows } from '../../edit/plan/operation.ts';
import type { Outcome } from '../match/outcome.ts';
import type { FileRow } from '../readers/read-file.ts';
import {
  type Chosen,
  planRestore,
  planRestoreInto,
  planRestoreLikes,
  type ResolvedRow,
  resolveList,
  urisOf,
} from '../restore-plan.ts';

/** Makes the plan: at once for new playlists, else after a look at what is in the playlist or liked already. */
export function PlanStep(props: {
  readonly chosen: Chosen;
  readonly outcomeOf: (row: FileRow) => Outcome;
  /** The person's playlists, to tell a new one from one of its name. */
  readonly playlists: readonly Playlist[];
  readonly onPlan: (planned: Planned) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { connection, pace } = useSpotify();
  const { lists, target } = props.chosen;
  const resolved = lists.map((list) => resolveList(list, props.outcomeOf));
  const rows = resolved.flat();
  const [checked, setChecked] = createSignal(0);
  const leave = new AbortController();
  onCleanup(() => leave.abort());

  async function readLiked(): Promise<ReadonlySet<string>> {
    const uris = [...new Set(urisOf(rows))];
    const liked = new Set<string>();
    for (let start = 0; start < uris.length; start += MOST_SAVED) {
      const part = uris.slice(start, start + MOST_SAVED);
      const answers = await areSaved(connection, part, leave.signal);
      part.forEach((uri, at) => {
        if (answers[at]) liked.add(uri);
      });
      setChecked(start + part.length);
    }
    return liked;
  }

  const [there, { refetch }] = createResource(async () => {
    if (target.kind === 'new') {
      const plan = planRestore(lists, resolved);
      const names = new Set(Object.values(plan.names));
      const namesakes = props.playlists.filter(({ name }) => names.has(name));
      props.onPlan({ plan, namesakes: namesakes.map(({ id }) => id) });
      return undefined;
    }
    if (target.kind === 'existing') {
      const before = await readUris(connection, target.id, leave.signal);
      const count = countThere(rows, before);
      if (count === 0) planInto(before, true);
      return { before, count };
    }
    const liked = await readLiked();
    const plan = planRestoreLikes(rows, (uri) => liked.has(uri));
    if (plan.operations.length > 0) props.onPlan({ plan });
    return { before: [], count: liked.size };
  });

  function planInto(before: Rows, isSkipping: boolean): void {
    if (target.kind !== 'existing') return;
    const { id, name } = target;
    props.onPlan({ plan: planRestoreInto({ id, name, rows: before }, rows, isSkipping) });
  }

  const found = () => settled(there);
  const isExisting = target.kind === 'existing';
  const areAllThere = () => found()?.count === urisOf(rows).length;

  return (
    <Dialog
      title="Restore from a file"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Back" onClick={props.onBack} />
          <Show when={isExisting}>
            <Button
              label="Add all again"
              isDisabled={found() === undefined}
              onClick={() => planInto(found()?.before ?? [], false)}
            />
            <Button
              kind="primary"
              label="Skip what’s there"
              isDisabled={found() === undefined || areAllThere()}
              onClick={() => planInto(found()?.before ?? [], true)}
            />
          </Show>
        </>
      }
    >
      <Switch>
        <Match when={there.error}>
          {(error) => (
            <Notice
              kind="bad"
              message={errorText(error())}
              action="Try again"
              onAction={() => {
                pace.lift();
                void refetch();
              }}
            />
          )}
        </Match>
        <Match when={there.loading}>
          <p role="status">
            {isExisting
              ? 'Reading the playlist…'
              : `Checking which songs you like: ${formatNumber(checked())} of ${formatSongs(urisOf(rows).length)}`}
          </p>
        </Match>
        <Match when={isExisting}>
          <p role="status">
            {`${formatSongs(found()?.count ?? 0)} of ${formatNumber(urisOf(rows).length)} are in `}
            <span translate="no">{target.kind === 'existing' ? target.name : ''}</span> already.
          </p>
        </Match>
        <Match when={true}>
          <p role="status">You like all of these songs already.</p>
        </Match>
      </Switch>
    </Dialog>
  );
}

function countThere(rows: readonly ResolvedRow[], before: Rows): number {
  const known = new Set(before);
  return urisOf(rows).filter((uri) => known.has(uri)).length;
}
