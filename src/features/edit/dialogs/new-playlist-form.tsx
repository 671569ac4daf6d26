import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { EditRequest } from '../opener.tsx';
import { planNewPlaylists } from '../plan/make-plans.ts';
import { formatSongs } from '../words.ts';
import { createOwnPlaylists } from './own-playlists.ts';
import { labelsOf, type Planned } from './planned.ts';

/** Spotify's longest name and description, as reported. */
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 300;

/** Asks for the name of a new playlist, empty or with chosen songs. */
export function NewPlaylistForm(props: {
  readonly request: Extract<EditRequest, { kind: 'new-playlist' }>;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const own = createOwnPlaylists();
  const { songs } = props.request;
  const addable = songs.flatMap(({ uri, kind }) =>
    uri && kind !== 'local' && kind !== 'unavailable' ? [uri] : [],
  );
  const leftOut = songs.length - addable.length;
  const [name, setName] = createSignal(props.request.name ?? '');
  const [description, setDescription] = createSignal('');

  function review(): void {
    const wanted = name().trim();
    if (wanted === '') return;
    const title =
      addable.length === 0
        ? `Create the playlist ${wanted}`
        : `Create ${wanted} with ${formatSongs(addable.length)}`;
    const plan = planNewPlaylists(
      [{ name: wanted, description: description(), uris: addable }],
      title,
    );
    const namesakes = own.rows()?.filter((each) => each.name === wanted) ?? [];
    props.onPlan({
      plan: { ...plan, labels: labelsOf(songs) },
      namesakes: namesakes.map((each) => each.id),
    });
  }

  return (
    <Dialog
      title="New playlist"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button
            kind="primary"
            label="Review"
            isDisabled={name().trim() === ''}
            onClick={review}
          />
        </>
      }
    >
      <form
        class="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <label for={`${id}-name`}>Name</label>
        <input
          id={`${id}-name`}
          type="text"
          maxlength={LONGEST_NAME}
          value={name()}
          autofocus
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <label for={`${id}-description`}>Description</label>
        <input
          id={`${id}-description`}
          type="text"
          maxlength={LONGEST_DESCRIPTION}
          value={description()}
          placeholder={name() || 'The name, unless you write one'}
          onInput={(event) => setDescription(event.currentTarget.value)}
        />
        {/* Without a submit button Enter submits no form of two fields. */}
        <button type="submit" hidden />
      </form>
      <p class="edit-note">
        It won’t be on your profile. That is not the same as private: whoever has its link can open
        it.
      </p>
      <Show when={leftOut > 0}>
        <p class="edit-note">
          {formatSongs(leftOut)} can’t be added: Spotify takes no local files, and none that it has
          removed.
        </p>
      </Show>
    </Dialog>
  );
}
