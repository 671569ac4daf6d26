import { useLocation } from '@solidjs/router';
import { type Accessor, createRenderEffect, createSignal, on } from 'solid-js';
import { readIsCollapsed, writeIsCollapsed } from '../../storage/side-column.ts';
import { createMedia, WIDE } from '../../ui/media.ts';

/** How the frame lies around a page: a column or a rail at its side, tabs below it, or a plain bar above it. */
export type FrameLayout = 'column' | 'rail' | 'tabs' | 'plain';

/** The width from which there is a rail; in rem, so that large letters have the room they need. */
const RAIL = '(min-width: 45rem)';

/** The layout of the frame, and how a person changes it. */
export interface FrameState {
  readonly layout: Accessor<FrameLayout>;
  /** Whether the rail is opened over the page. */
  readonly isOpen: Accessor<boolean>;
  /** Collapses the column into a rail or back; opens or closes a rail that lies over the page. */
  readonly toggle: () => void;
}

/**
 * Follows the window and the person's choice, and sets `data-frame` on the root element, which style sheets go by.
 *
 * @param hasNavigation whether there is a login, without which the frame is plain.
 */
export function createFrameState(hasNavigation: Accessor<boolean>): FrameState {
  const hasRail = createMedia(RAIL);
  const hasColumn = createMedia(WIDE);
  const [isCollapsed, setCollapsed] = createSignal(readIsCollapsed());
  const [isOpen, setOpen] = createSignal(false);
  const layout = (): FrameLayout => {
    if (!hasNavigation()) return 'plain';
    if (!hasRail()) return 'tabs';
    return hasColumn() && !isCollapsed() ? 'column' : 'rail';
  };
  createRenderEffect(() => {
    document.documentElement.dataset['frame'] = layout();
  });
  const location = useLocation();
  // A rail over the page closes when another page is chosen.
  createRenderEffect(
    on(
      () => location.pathname,
      () => setOpen(false),
    ),
  );
  return {
    layout,
    isOpen: () => isOpen() && layout() === 'rail' && !hasColumn(),
    toggle() {
      if (!hasColumn()) setOpen(!isOpen());
      else writeIsCollapsed(setCollapsed(!isCollapsed()));
    },
  };
}
