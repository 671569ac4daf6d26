import { useLocation } from '@solidjs/router';
import { type Accessor, createRenderEffect, createSignal, on, onCleanup } from 'solid-js';
import { readIsCollapsed, writeIsCollapsed } from '../../storage/side-column.ts';

/** How the frame lies around a page: a column or a rail at its side, tabs below it, or a plain bar above it. */
export type FrameLayout = 'column' | 'rail' | 'tabs' | 'plain';

/** The widths from which there is a rail, and a column; in rem, so that large letters have the room they need. */
const RAIL = '(min-width: 45rem)';
const COLUMN = '(min-width: 68.75rem)';

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
  const hasColumn = createMedia(COLUMN);
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

function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const follow = () => void setMatches(media.matches);
  media.addEventListener('change', follow);
  onCleanup(() => media.removeEventListener('change', follow));
  return matches;
}
