import './popover.css';

/** Gap between a popover and its anchor, and between it and the edges of the viewport, in px. */
const GAP = 4;
const MARGIN = 8;

/**
 * Places a popover that is about to open at its anchor, and keeps it in the viewport: below or, where there is more
 * room, above; its end at the end of the anchor or, left of the middle, its start at the start. CSS anchor
 * positioning would need no script, but the oldest supported browsers lack it. The popover closes when the page
 * scrolls, since its anchor moves then.
 */
export function placePopover(anchor: Element | DOMRect | undefined, event: PopoverToggle): void {
  if (event.newState !== 'open' || !anchor) return;
  const popover = event.currentTarget;
  const { style } = popover;
  const { left, right, top, bottom } =
    anchor instanceof Element ? anchor.getBoundingClientRect() : anchor;
  const { clientWidth, clientHeight } = document.documentElement;
  const isAbove = bottom > clientHeight / 2 && top > clientHeight - bottom;
  const isFromStart = (left + right) / 2 < clientWidth / 2;
  // A closed popover has no size, so that it is placed by the edge that is known.
  const place = {
    top: isAbove ? 'auto' : `${bottom + GAP}px`,
    right: isFromStart ? 'auto' : `${Math.max(MARGIN, clientWidth - right)}px`,
    bottom: isAbove ? `${clientHeight - top + GAP}px` : 'auto',
    left: isFromStart ? `${Math.max(MARGIN, left)}px` : 'auto',
  };
  // Not the properties themselves, so that the style sheet can make a sheet of it on phones.
  style.setProperty('--popover-place', Object.values(place).join(' '));
  const height = (isAbove ? top : clientHeight - bottom) - GAP - MARGIN;
  style.setProperty('--popover-height', `${height}px`);
  const open = new AbortController();
  const { signal } = open;
  addEventListener('scroll', () => popover.hidePopover(), { passive: true, signal });
  const leave = () => popover.matches(':popover-open') || open.abort();
  popover.addEventListener('toggle', leave, { signal });
}

type PopoverToggle = ToggleEvent & { readonly currentTarget: HTMLElement };
