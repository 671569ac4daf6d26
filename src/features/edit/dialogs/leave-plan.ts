import type { Playlist } from '../../../library/types.ts';
import { planLeave } from '../plan/make-plans.ts';
import type { Plan } from '../plan/plan.ts';

/** Plans to leave playlists of the person with this id and of others, and says which of the two it does. */
export function leavePlan(playlists: readonly Playlist[], meId: string | undefined): Plan {
  const left = playlists.map(({ id, name, ownerId, visibility }) => ({
    id,
    name,
    isOwn: ownerId === meId,
    isCollaborative: visibility === 'collaborative',
  }));
  const own = left.filter(({ isOwn }) => isOwn).length;
  const [only] = left;
  const title =
    only && left.length === 1
      ? `${only.isOwn ? 'Delete' : 'Leave'} ${only.name}`
      : own === 0
        ? `Leave ${left.length} playlists`
        : own === left.length
          ? `Delete ${own} playlists`
          : `Delete ${own} and leave ${left.length - own} playlists`;
  return planLeave(left, title);
}
