import { type JSX, Show } from 'solid-js';
import type { PlaylistItem } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { optional } from '../../ui/lazy-part.tsx';

/** What no list needs before it is full; without them the table tells the same. */
const Pictures = optional(() => import('./histograms.tsx'));

/** The place of the pictures of a list, kept free until the list is there, so that nothing jumps. */
export function PictureRoom(props: {
  readonly of: Collection<PlaylistItem>;
  readonly counted: (count: number) => string;
}): JSX.Element {
  return (
    <div class="pictures">
      <Show when={props.of.savedAt() !== undefined}>
        <Pictures rows={props.of.rows()} counted={props.counted} />
      </Show>
    </div>
  );
}
