import { createResource, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { isAddable } from '../../../library/addable.ts';
import { useServices } from '../../../services/services.tsx';
import { useSpotify } from '../../../services/spotify.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { areSaved } from '../../../spotify/writes.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { settled } from '../../../ui/settled.ts';
import { errorText } from '../../../words/errors.ts';
import type { ChosenEntry } from '../opener.tsx';
import { planLike, planUnlike } from '../plan/make-plans.ts';
import { MOST_SAVED } from '../plan/operation.ts';
import { labelsOf, type Planned } from './planned.ts';

/** Time after which the check is worth a dialog, in ms; a faster one would only flash. */
const SLOW_MS = 400;

/** Asks Spotify which entries are liked, so that the plan holds only what changes. */
export function LikeCheck(props: {
  /** The heading. */
  readonly title: string;
  /** Gives the entries, which Spotify may have to be asked for. */
  readonly read: (
    connection: PacedConnection,
    signal: AbortSignal,
  ) => readonly ChosenEntry[] | Promise<readonly ChosenEntry[]>;
  readonly isLike: boolean;
  /** Says that nothing changes. */
  readonly nothing: string;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const { connection, pace } = useSpotify();
  const left = new AbortController();
  onCleanup(() => left.abort());
  const [isSlow, setSlow] = createSignal(false);
  clock.sleep(SLOW_MS, left.signal).then(
    () => setSlow(true),
    () => undefined,
  );

  const [count, { refetch }] = createResource(async () => {
    const entries = await props.read(connection, left.signal);
    const uris = [...new Set(entries.filter(isAddable).map(({ uri }) => uri))];
    const saved = Object.fromEntries(
      entries.flatMap(({ uri, saved: before }) => (uri && before ? [[uri, before]] : [])),
    );
    const liked = new Set<string>();
    for (let start = 0; start < uris.length; start += MOST_SAVED) {
      const part = uris.slice(start, start + MOST_SAVED);
      const answers = await areSaved(connection, part, left.signal);
      for (const [index, uri] of part.entries()) if (answers[index]) liked.add(uri);
    }
    const wanted = uris.filter((uri) => liked.has(uri) !== props.isLike);
    const plan = props.isLike ? planLike(wanted) : planUnlike(wanted, saved);
    if (wanted.length > 0) props.onPlan({ plan: { ...plan, labels: labelsOf(entries) } });
    return wanted.length;
  });
  const isNothingToDo = () => settled(count) === 0;
  return (
    <Show when={isSlow() || count.error || isNothingToDo()}>
      <Dialog
        title={props.title}
        onClose={props.onClose}
        actions={<Button label="Close" onClick={props.onClose} />}
      >
        <Switch>
          <Match when={count.error}>
            <Notice
              kind="bad"
              message={errorText(count.error)}
              action="Try again"
              onAction={() => {
                pace.lift();
                void refetch();
              }}
            />
          </Match>
          <Match when={count.loading}>
            <p role="status">Checking what you like…</p>
          </Match>
          <Match when={true}>
            <p role="status">{props.nothing}</p>
          </Match>
        </Switch>
      </Dialog>
    </Show>
  );
}
