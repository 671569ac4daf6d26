/** Room between a menu and its button, in px. */
const ROOM = 4;

/**
 * Puts a menu that is about to open on the page below its button, so that both end together. CSS
 * anchor positioning would need no script, but is newer than the browsers that this page is built for.
 */
export function placeBelow(opener: HTMLElement | undefined, event: MenuToggle): void {
  if (event.newState !== 'open' || !opener) return;
  const { right, bottom } = opener.getBoundingClientRect();
  // From the end of the page, since a menu has no width before it is open.
  event.currentTarget.style.right = `${document.documentElement.clientWidth - right}px`;
  event.currentTarget.style.top = `${bottom + scrollY + ROOM}px`;
}

type MenuToggle = ToggleEvent & { readonly currentTarget: HTMLElement };
