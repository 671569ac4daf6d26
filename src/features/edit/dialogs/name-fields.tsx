import { createUniqueId, type JSX } from 'solid-js';

/** Spotify's longest name and description, as reported. */
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 300;

/** Asks for the name and the description of a playlist; Enter submits. */
export function NameFields(props: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly description: string;
  readonly onDescription: (description: string) => void;
  /** Said in the empty box of the description. */
  readonly descriptionHint?: string;
  readonly onSubmit: () => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <label for={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        type="text"
        maxlength={LONGEST_NAME}
        value={props.name}
        autofocus
        onInput={(event) => props.onName(event.currentTarget.value)}
      />
      <label for={`${id}-description`}>Description</label>
      <input
        id={`${id}-description`}
        type="text"
        maxlength={LONGEST_DESCRIPTION}
        value={props.description}
        placeholder={props.descriptionHint}
        onInput={(event) => props.onDescription(event.currentTarget.value)}
      />
      {/* Without a submit button Enter submits no form of two fields. */}
      <button type="submit" hidden />
    </form>
  );
}
