import { type JSX, lazy, Show, Suspense } from 'solid-js';
import type { PlaylistItem } from '../library/types.ts';
import type { Collection } from '../state/collection-types.ts';

/** What no list needs before it is full; without them the table tells the same. */
const Pictures = lazy(() => import('./pictures.tsx').catch(() => ({ default: () => undefined })));

/** The place of the pictures of a list, kept free until the list is there, so that nothing jumps. */
export function PictureRoom(props: {
  readonly of: Collection<PlaylistItem>;
  readonly counted: (count: number) => string;
}): JSX.Element {
  return (
    <div class="pictures">
      <Show when={props.of.savedAt() !== undefined}>
        <Suspense>
          <Pictures rows={props.of.rows()} counted={props.counted} />
        </Suspense>
      </Show>
    </div>
  );
}
