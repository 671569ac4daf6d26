import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { ChangingText } from './changing-text.tsx';
import './histogram.css';

/** Number of bars that fill the width; fewer bars take a part of the width. */
const MOST_BARS = 12;

/** Width of a bar as a fraction of its slot; the rest is a gap. */
const FILLED = 5 / 6;

/** Minimum height of a bar in percent, so that a small count differs from none. */
const LOWEST = 6;

const CLICK = { bubbles: true, cancelable: true };

/** One bar of a histogram: a link to the rows that the bar counts. */
export interface Bar {
  /** Accessible name of the bar. */
  readonly label: string;
  /** Height as a fraction of the highest bar, from 0 to 1. */
  readonly share: number;
}

/** A bar chart with a caption above; the arrow keys move between the bars. */
export function Histogram<B extends Bar>(props: {
  readonly caption: string;
  readonly bars: readonly B[];
  readonly hrefOf: (bar: B) => string;
  readonly isChosen: (bar: B) => boolean;
}): JSX.Element {
  const id = createUniqueId();
  /** In percent. */
  const slot = () => 100 / props.bars.length;
  const [reached, setReached] = createSignal<B>();
  /** The bar in the tab order (roving tabindex). */
  const tabStop = () =>
    [reached(), props.bars.find(props.isChosen)].find((bar) => bar && props.bars.includes(bar)) ??
    props.bars.find(({ share }) => share > 0);

  function obeyKey(event: KeyboardEvent & { currentTarget: Element; target: Element }): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...event.currentTarget.querySelectorAll<SVGAElement>('a')];
    const place = links.findIndex((link) => link.contains(event.target));
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(0, place - 1),
      ArrowRight: Math.min(place + 1, links.length - 1),
      Home: 0,
      End: links.length - 1,
    };
    const next = places[event.key];
    if (next !== undefined) links[next]?.focus();
    else if (event.key === ' ') event.target.dispatchEvent(new MouseEvent('click', CLICK));
    else return;
    event.preventDefault();
  }

  return (
    <figure class="histogram" aria-labelledby={id}>
      <figcaption id={id}>
        <ChangingText text={props.caption} />
      </figcaption>
      <svg
        role="toolbar"
        aria-labelledby={id}
        width={`${(100 * props.bars.length) / MOST_BARS}%`}
        onKeyDown={obeyKey}
      >
        <For each={props.bars}>
          {(bar, place) => {
            const height = () => Math.max(LOWEST, 100 * bar.share);
            return (
              <Show when={bar.share > 0}>
                <g class={props.isChosen(bar) ? 'chosen' : undefined}>
                  <a
                    // The router keeps the scroll position on this link.
                    ref={(link) => link.setAttribute('noscroll', '')}
                    href={props.hrefOf(bar)}
                    tabindex={bar === tabStop() ? 0 : -1}
                    aria-current={props.isChosen(bar) ? 'true' : undefined}
                    onFocusIn={() => setReached(() => bar)}
                  >
                    <title>{bar.label}</title>
                    <rect
                      class="room"
                      x={`${place() * slot()}%`}
                      width={`${slot()}%`}
                      height="100%"
                    />
                    <rect
                      x={`${place() * slot()}%`}
                      y={`${100 - height()}%`}
                      width={`${slot() * FILLED}%`}
                      height={`${height()}%`}
                    />
                  </a>
                </g>
              </Show>
            );
          }}
        </For>
      </svg>
    </figure>
  );
}
