import { createMemo, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Collection } from '../lists/collection.ts';
import { useLogin } from '../services/services.tsx';
import { useSpotify } from '../services/spotify.ts';
import { LoginRequiredError } from '../session/errors.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { optional } from '../ui/lazy-part.tsx';
import type { WhatIsLeft } from '../words/errors.ts';

/** What is told of a load that stopped. */
export interface LoadFailureProps extends WhatIsLeft {
  readonly onAction: () => void;
}

/** The words for every error, loaded with the first one. Who cannot load them is most likely offline. */
const LoadFailure = optional(() => import('./load-failure.tsx'), LoadFailureInShort);

function LoadFailureInShort(props: LoadFailureProps): JSX.Element {
  return (
    <ErrorNotice
      message={`${navigator.onLine ? 'Loading stopped.' : 'You are offline.'} What you see is kept, and loading goes on by itself once the network is back.`}
      action="Resume"
      onAction={props.onAction}
    />
  );
}

/** Says why a list stopped and what was kept, with the one way on; goes on by itself after a lost network. */
export function LoadProblem<Row>(props: {
  readonly collection: Collection<Row>;
  readonly counted: (count: number) => string;
}): JSX.Element {
  const { pace } = useSpotify();
  const login = useLogin();
  const { collection } = props;
  const hasFailed = () => collection.phase() === 'failed';
  const error = createMemo(() => {
    const thrown = hasFailed() ? collection.error() : undefined;
    // Another tab may have met the end of the login while this one had all it needs, or before it
    // could tell this one why.
    const isEnded = login().kind === 'ended' && (!thrown || thrown instanceof LoginRequiredError);
    return isEnded ? new LoginRequiredError('ended') : thrown;
  });

  function goOnWhenOnline(): void {
    if (hasFailed()) void collection.load();
  }
  onMount(() => addEventListener('online', goOnWhenOnline));
  onCleanup(() => removeEventListener('online', goOnWhenOnline));

  return (
    <Show when={error()}>
      {(shown) => (
        <LoadFailure
          error={shown()}
          count={collection.rows().length}
          isWhole={collection.savedAt() !== undefined}
          counted={props.counted}
          onAction={() => {
            pace.lift();
            void collection.load();
          }}
        />
      )}
    </Show>
  );
}
