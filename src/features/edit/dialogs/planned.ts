import type { ChosenEntry } from '../opener.tsx';
import type { Plan } from '../plan/plan.ts';

/** A plan, and what its job has to know beside it. */
export interface Planned {
  readonly plan: Plan;
  readonly namesakes?: readonly string[];
}

/** The titles of songs by URI, as the preview and the record of a change show them. */
export function labelsOf(
  songs: readonly Pick<ChosenEntry, 'uri' | 'title' | 'artists'>[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    songs.flatMap(({ uri, title, artists }) =>
      uri ? [[uri, [title ?? uri, artists.join(', ')].filter(Boolean).join(' – ')]] : [],
    ),
  );
}
