import { createSignal, type JSX, Match, Switch } from 'solid-js';
import { EditDialog } from '../../edit/dialogs/edit-dialog.tsx';
import { createOwnPlaylists } from '../../edit/dialogs/own-playlists.ts';
import { labelsOf, type Planned } from '../../edit/dialogs/planned.ts';
import { ReviewDialog } from '../../edit/dialogs/review-dialog.tsx';
import type { ChosenSong } from '../../edit/opener.tsx';
import type { FileList, ReadFile } from '../readers/read-file.ts';
import { planRestore, songsOf } from '../restore-plan.ts';
import { ChooseFile } from './choose-file.tsx';
import { ChooseLists, type Target } from './choose-lists.tsx';
import './restore-dialog.css';

/** Restores lists from a file: the file, its lists and their target, then the plan for review. */
export function RestoreDialog(props: { readonly onClose: () => void }): JSX.Element {
  const own = createOwnPlaylists();
  const [file, setFile] = createSignal<{ readonly name: string; readonly read: ReadFile }>();
  const [planned, setPlanned] = createSignal<Planned>();
  const [toLike, setToLike] = createSignal<readonly ChosenSong[]>();
  const isNamesake = (name: string) => own.rows()?.some((each) => each.name === name) ?? false;

  function review(lists: readonly FileList[], target: Target): void {
    const songs = lists.flatMap(songsOf);
    if (target === 'liked') {
      setToLike(songs);
      return;
    }
    const plan = planRestore(lists);
    const names = new Set(Object.values(plan.names));
    const namesakes = own.rows()?.filter(({ name }) => names.has(name)) ?? [];
    setPlanned({
      plan: { ...plan, labels: labelsOf(songs) },
      namesakes: namesakes.map(({ id }) => id),
    });
  }

  return (
    <Switch fallback={<ChooseFile onRead={setFile} onClose={props.onClose} />}>
      <Match when={planned()}>
        {(ready) => (
          <ReviewDialog
            plan={ready().plan}
            more={{ namesakes: ready().namesakes ?? [] }}
            onClose={props.onClose}
          />
        )}
      </Match>
      <Match when={toLike()}>
        {(songs) => (
          <EditDialog request={{ kind: 'like', songs: songs() }} onClose={props.onClose} />
        )}
      </Match>
      <Match when={file()} keyed>
        {({ name, read }) => (
          <ChooseLists
            fileName={name}
            read={read}
            isNamesake={isNamesake}
            onReview={review}
            onBack={() => setFile(undefined)}
            onClose={props.onClose}
          />
        )}
      </Match>
    </Switch>
  );
}
