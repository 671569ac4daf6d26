import { createSignal, type JSX, Show } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { planDetails } from '../plan/make-plans.ts';
import type { Details } from '../plan/operation.ts';
import { NameFields } from './name-fields.tsx';
import type { Planned } from './planned.ts';

/** Asks for a new name, a description, and whether the playlist is on the profile. */
export function DetailsForm(props: {
  readonly playlist: Playlist;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { playlist } = props;
  const isCollaborative = playlist.visibility === 'collaborative';
  const wasPublic = playlist.visibility === 'public';
  const [name, setName] = createSignal(playlist.name);
  const [description, setDescription] = createSignal(playlist.description ?? '');
  const [isPublic, setPublic] = createSignal(wasPublic);

  const change = (): Details => ({
    ...(name().trim() !== '' && name() !== playlist.name ? { name: name().trim() } : {}),
    ...(description().trim() !== '' && description() !== (playlist.description ?? '')
      ? { description: description() }
      : {}),
    ...(!isCollaborative && isPublic() !== wasPublic ? { isPublic: isPublic() } : {}),
  });
  const hasChange = () => Object.keys(change()).length > 0;

  function review(): void {
    if (!hasChange()) return;
    const before = {
      name: playlist.name,
      description: playlist.description,
      isPublic: playlist.visibility === 'unknown' ? null : wasPublic,
      isCollaborative,
    };
    const wanted = change();
    const title =
      wanted.name === undefined
        ? `Change the details of ${playlist.name}`
        : `Rename ${playlist.name} to ${wanted.name}`;
    props.onPlan({ plan: planDetails(playlist.id, before, wanted, title) });
  }

  return (
    <Dialog
      title="Rename"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button kind="primary" label="Review" isDisabled={!hasChange()} onClick={review} />
        </>
      }
    >
      <NameFields
        name={name()}
        onName={setName}
        description={description()}
        onDescription={setDescription}
        onSubmit={review}
      />
      <Show when={playlist.description !== null && description().trim() === ''}>
        <p class="edit-note">Spotify can’t clear a description, so it stays as it is.</p>
      </Show>
      <Show
        when={!isCollaborative}
        fallback={<p class="edit-note">A collaborative playlist can’t be on your profile.</p>}
      >
        <Switch label="Show on my profile" isOn={isPublic()} onToggle={setPublic} />
        <p class="edit-note">
          Off the profile isn’t private: anyone with the link can open the playlist.
        </p>
      </Show>
    </Dialog>
  );
}
