import { formatEntries } from '../words.ts';
import { planSave, planUnsave } from './make-plans.ts';
import type { Plan, SavedBefore } from './plan.ts';

/** Plans to like songs, albums, shows, episodes or audiobooks; `uris` hold only those that are not liked. */
export function planLike(uris: readonly string[]): Plan {
  const areSongs = uris.every((uri) => uri.startsWith('spotify:track:'));
  return planSave(uris, `${areSongs ? 'Like' : 'Save'} ${formatEntries(uris)}`);
}

/** Plans to unlike, with the dates and places that are known for the record. */
export function planUnlike(
  uris: readonly string[],
  saved: Readonly<Record<string, SavedBefore>>,
): Plan {
  const known = uris.flatMap((uri) => (saved[uri] ? [[uri, saved[uri]] as const] : []));
  const lost = ['An undo likes them again, but with a new date and on top of your list.'];
  return {
    ...planUnsave(uris, `Unlike ${formatEntries(uris)}`, lost),
    saved: Object.fromEntries(known),
  };
}
