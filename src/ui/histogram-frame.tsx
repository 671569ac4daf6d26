import { createSignal, createUniqueId, type JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './histogram.css';

/**
 * The place of a histogram, of the same height before and after its bars are known: one line with its label and its
 * axis. On a phone the line has the label and the chosen range, and a press on the label opens the axis below.
 */
export function HistogramFrame(props: {
  readonly label: string;
  /** The histogram, once it is known. */
  readonly children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <div class="histogram" classList={{ 'histogram-open': isOpen() }}>
      <span class="histogram-label" aria-hidden="true">
        {props.label}
      </span>
      <button
        type="button"
        class="histogram-fold"
        aria-expanded={isOpen()}
        aria-controls={id}
        onClick={() => setOpen(!isOpen())}
      >
        {props.label}
        <Icon name="chevron-down" />
      </button>
      <div id={id} class="histogram-axis">
        {props.children}
      </div>
    </div>
  );
}
