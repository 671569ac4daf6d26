import type { TableChip } from '../../table/table-chips.tsx';

/** The most used searches of playlists. */
export const CHIPS: readonly TableChip[] = [
  {
    id: 'mine',
    label: 'Mine',
    query: 'owner:me',
    title: 'Playlists you made',
    group: 'owner',
  },
  {
    id: 'followed',
    label: 'Followed',
    query: 'followed:yes',
    title: 'Playlists of other people',
    group: 'owner',
  },
  {
    id: 'collaborative',
    label: 'Collaborative',
    query: 'collaborative:yes',
    title: 'Playlists that several people edit',
  },
  {
    id: 'not-on-profile',
    label: 'Not on profile',
    query: 'profile:no',
    title: 'Playlists that your profile doesn’t show',
  },
];
