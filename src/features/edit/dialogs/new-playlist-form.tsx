import { createSignal, type JSX, Show } from 'solid-js';
import { isAddable } from '../../../library/addable.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import type { ChosenSong } from '../opener.tsx';
import { planNewPlaylists } from '../plan/make-plans.ts';
import { formatNotAddable, formatSongs } from '../words.ts';
import { NameFields } from './name-fields.tsx';
import { createOwnPlaylists } from './own-playlists.ts';
import { labelsOf, type Planned } from './planned.ts';

/** Asks for the name of a new playlist, empty or with chosen songs. */
export function NewPlaylistForm(props: {
  readonly songs: readonly ChosenSong[];
  /** The name that is proposed. */
  readonly name?: string | undefined;
  /** Heading of the dialog where it is not "New playlist". */
  readonly heading?: string;
  /** Gives the title of the plan for a name; one that counts the songs by default. */
  readonly titleOf?: (name: string) => string;
  /** Whether the songs are known. */
  readonly isReady?: boolean;
  /** Further choices below the name and the description. */
  readonly children?: JSX.Element;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const own = createOwnPlaylists();
  const addable = () => props.songs.filter(isAddable).map(({ uri }) => uri);
  const leftOut = () => props.songs.length - addable().length;
  const [name, setName] = createSignal(props.name ?? '');
  const [description, setDescription] = createSignal('');

  const isReady = () => name().trim() !== '' && props.isReady !== false;

  function review(): void {
    const wanted = name().trim();
    if (!isReady()) return;
    const uris = addable();
    const title =
      uris.length === 0
        ? `Create the playlist ${wanted}`
        : `Create ${wanted} with ${formatSongs(uris.length)}`;
    const plan = planNewPlaylists(
      [{ name: wanted, description: description(), uris }],
      props.titleOf?.(wanted) ?? title,
    );
    const namesakes = own.rows()?.filter((each) => each.name === wanted) ?? [];
    props.onPlan({
      plan: { ...plan, labels: labelsOf(props.songs) },
      namesakes: namesakes.map((each) => each.id),
    });
  }

  return (
    <Dialog
      title={props.heading ?? 'New playlist'}
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button kind="primary" label="Review" isDisabled={!isReady()} onClick={review} />
        </>
      }
    >
      <NameFields
        name={name()}
        onName={setName}
        description={description()}
        onDescription={setDescription}
        descriptionHint={name() || 'The name, unless you write one'}
        onSubmit={review}
      />
      <p class="edit-note">
        It won’t be on your profile. That isn’t private: anyone with the link can open it.
      </p>
      <Show when={leftOut() > 0}>
        <p class="edit-note">{formatNotAddable(leftOut())}</p>
      </Show>
      {props.children}
    </Dialog>
  );
}
