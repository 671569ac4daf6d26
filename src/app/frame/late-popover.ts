import { type Accessor, createSignal } from 'solid-js';

/** Loads, after the rows, the parts of the frame that are drawn once the page is idle, or when a person opens them. */
export const loadFrameExtras = async () => (await import('./extras.tsx')).FRAME_EXTRAS;

/** A popover whose code loads late, as its button sees it. */
export interface LatePopover {
  /** Whether the button was pressed before the popover existed. */
  readonly isWanted: Accessor<boolean>;
  /** Obeys a press of the button; once the popover exists, its `popovertarget` does. */
  readonly onPress: () => void;
  /** Opens the popover, if the button was pressed before. */
  readonly onMount: (popover: HTMLElement) => void;
}

/** Makes the state of a popover by its id, so that its button acts from the first moment. */
export function createLatePopover(id: string): LatePopover {
  const [isWanted, setWanted] = createSignal(false);
  return {
    isWanted,
    onPress() {
      if (!document.getElementById(id)) setWanted(true);
    },
    onMount(popover) {
      // Solid connects the element after its ref is called.
      if (isWanted()) queueMicrotask(() => popover.showPopover());
    },
  };
}
