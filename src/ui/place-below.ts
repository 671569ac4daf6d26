/** Gap between a menu and its button, in px. */
const ROOM = 4;

/**
 * Places a menu that is about to open below its button, aligned at the end. CSS anchor positioning would
 * need no script, but the oldest supported browsers lack it.
 */
export function placeBelow(opener: HTMLElement | undefined, event: MenuToggle): void {
  if (event.newState !== 'open' || !opener) return;
  const { right, bottom } = opener.getBoundingClientRect();
  // Measured from the end of the viewport, because a closed menu has no width.
  event.currentTarget.style.right = `${document.documentElement.clientWidth - right}px`;
  event.currentTarget.style.top = `${bottom + scrollY + ROOM}px`;
}

type MenuToggle = ToggleEvent & { readonly currentTarget: HTMLElement };
