import { createSignal, createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { formatName, UNKNOWN } from '../../library/playlist-columns.ts';
import { isOwn, shownVisibility, VISIBILITY_WORDS } from '../../library/playlist-visibility.ts';
import type { Playlist, PlaylistDetails } from '../../library/types.ts';
import { useSessionRecord } from '../../services/services.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Cover } from '../../ui/cover.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import './playlist-head.css';

/**
 * The head of one playlist: the way back, cover, name, facts and description, placed in the grid of its page beside the
 * title line of the table.
 */
export function PlaylistHead(props: {
  readonly details: Playlist | PlaylistDetails | undefined;
}): JSX.Element {
  const record = useSessionRecord();
  const meId = () => record()?.account?.userId ?? null;
  const name = () => (props.details ? formatName(props.details) : 'Playlist');
  return (
    <>
      <Breadcrumb to="playlists" label="Playlists" />
      <Cover url={props.details?.coverUrl ?? null} name={name()} size={96} />
      <PageHeading title={name()}>
        <span translate="no" title={name()}>
          {name()}
        </span>
      </PageHeading>
      <p class="playlist-facts">
        <Show when={props.details}>
          {(shown) => (
            <>
              <Show
                when={isOwn(shown(), meId())}
                fallback={
                  <span class="clip" translate="no" title={shown().owner ?? undefined}>
                    {shown().owner ?? UNKNOWN}
                  </span>
                }
              >
                <span>You</span>
              </Show>
              <span title={VISIBILITY_WORDS[shownVisibility(shown(), meId())].meaning}>
                <ChangingText text={VISIBILITY_WORDS[shownVisibility(shown(), meId())].label} />
              </span>
            </>
          )}
        </Show>
      </p>
      <Show when={props.details?.description}>{(text) => <Description text={text()} />}</Show>
    </>
  );
}

/** The description in two lines, with a button that shows the rest of a longer one. */
function Description(props: { readonly text: string }): JSX.Element {
  const id = createUniqueId();
  const [isWhole, setWhole] = createSignal(false);
  const [isCut, setCut] = createSignal(false);
  let text: HTMLParagraphElement | undefined;
  const observer = new ResizeObserver(() => {
    if (text && !isWhole()) setCut(text.scrollHeight > text.clientHeight);
  });
  onMount(() => text && observer.observe(text));
  onCleanup(() => observer.disconnect());
  return (
    <div class="playlist-description">
      <p
        ref={text}
        id={id}
        classList={{ 'playlist-cut': !isWhole() }}
        title={isCut() && !isWhole() ? props.text : undefined}
      >
        <ChangingText text={props.text} />
      </p>
      <Show when={isCut()}>
        <button
          type="button"
          class="playlist-rest"
          aria-expanded={isWhole()}
          aria-controls={id}
          onClick={() => setWhole(!isWhole())}
        >
          {isWhole() ? 'Less' : 'More'}
        </button>
      </Show>
    </div>
  );
}
