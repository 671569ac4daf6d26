import { createSignal, type JSX, Show } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { planDetails } from '../plan/make-plans.ts';
import type { Details } from '../plan/operation.ts';
import type { Plan } from '../plan/plan.ts';
import { NameFields } from './name-fields.tsx';
import type { Planned } from './planned.ts';

/** Asks for a new name, a description, and whether the playlist is on the profile. */
export function DetailsForm(props: {
  readonly playlist: Playlist;
  /** Whether a plan is carried out without a review. */
  readonly isAtOnce: (plan: Plan) => boolean;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { playlist } = props;
  const wasCollaborative = playlist.visibility === 'collaborative';
  const wasPublic = playlist.visibility === 'public';
  const [name, setName] = createSignal(playlist.name);
  const [description, setDescription] = createSignal(playlist.description ?? '');
  const [isPublic, setPublic] = createSignal(wasPublic);
  const [isCollaborative, setCollaborative] = createSignal(wasCollaborative);

  const isShown = () => isPublic() && !isCollaborative();

  const change = (): Details => ({
    ...(name().trim() !== '' && name() !== playlist.name ? { name: name().trim() } : {}),
    ...(description().trim() !== '' && description() !== (playlist.description ?? '')
      ? { description: description() }
      : {}),
    ...(isCollaborative() !== wasCollaborative ? { isCollaborative: isCollaborative() } : {}),
    // Spotify makes no playlist collaborative that is on the profile.
    ...(isShown() !== wasPublic ? { isPublic: isShown() } : {}),
  });
  const hasChange = () => Object.keys(change()).length > 0;

  function planned(): Plan {
    const before = {
      name: playlist.name,
      description: playlist.description,
      isPublic: playlist.visibility === 'unknown' ? null : wasPublic,
      isCollaborative: wasCollaborative,
    };
    const wanted = change();
    const title =
      wanted.name === undefined
        ? `Change the details of ${playlist.name}`
        : `Rename ${playlist.name} to ${wanted.name}`;
    return planDetails(playlist.id, before, wanted, title);
  }

  function review(): void {
    if (hasChange()) props.onPlan({ plan: planned() });
  }

  return (
    <Dialog
      title="Rename"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button
            kind="primary"
            label={hasChange() && props.isAtOnce(planned()) ? 'Save' : 'Review'}
            isDisabled={!hasChange()}
            onClick={review}
          />
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
      <Switch
        label="Show on my profile"
        isOn={isShown()}
        isDisabled={isCollaborative()}
        onToggle={setPublic}
      />
      <p class="edit-note">
        {isCollaborative()
          ? 'A collaborative playlist can’t be on your profile.'
          : 'Off the profile isn’t private: anyone with the link can open the playlist.'}
      </p>
      <Switch
        label="Let the people I invite edit it"
        isOn={isCollaborative()}
        onToggle={setCollaborative}
      />
      <Show when={wasCollaborative && !isCollaborative()}>
        <p class="edit-note">Your guests can then no longer edit it. Their songs stay.</p>
      </Show>
    </Dialog>
  );
}
