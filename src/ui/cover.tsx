import { createSignal, type JSX, Show } from 'solid-js';
import './cover.css';

/** Number of tints of placeholders; the style sheet has as many. */
const TINTS = 6;

/** A square cover; a tinted placeholder with the first letter if there is no cover or the image fails to load. */
export function Cover(props: {
  readonly url: string | null;
  readonly name: string;
  /** Length of a side in px; 40 by default. */
  readonly size?: number;
}): JSX.Element {
  const size = () => props.size ?? 40;
  const [hasFailed, setFailed] = createSignal(false);
  return (
    <Show
      when={!hasFailed() && props.url}
      fallback={
        <span
          class={`cover sleeve tint-${tintOf(props.name)}`}
          style={{ '--size': `${size()}px` }}
          translate="no"
          aria-hidden="true"
        >
          {firstLetter(props.name)}
        </span>
      }
    >
      {(url) => (
        <img
          class="cover"
          src={url()}
          alt=""
          width={size()}
          height={size()}
          style={{ '--size': `${size()}px` }}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      )}
    </Show>
  );
}

/** Most names begin with a plain letter; the pattern of all letters takes milliseconds to compile. */
function firstLetter(name: string): string {
  const letter = /^[a-z0-9]/i.exec(name) ?? /[\p{L}\p{N}]/u.exec(name);
  return letter?.[0].toUpperCase() ?? '♪';
}

function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % TINTS;
}
