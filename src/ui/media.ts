import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The width from which there is a side column, as a media query; in rem, so that large letters have their room. */
export const WIDE = '(min-width: 68.75rem)';

/** Makes a signal of whether a media query matches. */
export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const follow = () => void setMatches(media.matches);
  media.addEventListener('change', follow);
  onCleanup(() => media.removeEventListener('change', follow));
  return matches;
}
