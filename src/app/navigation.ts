import type { IconName } from '../ui/icon-names.ts';

/** One entry of the navigation. */
export interface NavigationEntry {
  readonly group: 'Library' | 'Tools' | 'Under the hood';
  /** Path below the base path, as in `routes.ts`. */
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Shortcut that opens the page. */
  readonly keys: string;
  /** Whether it is a tab on phones, which have room for three; the others are in sheets. */
  readonly isTab?: true;
  /** The cached list whose number of rows stands beside the label, as in `ListCaches.open`. */
  readonly count?: readonly ['playlist' | 'item', string];
}

/**
 * The entries of the side column, the tabs of phones, the command palette and the list of shortcuts, in their order;
 * a new page adds its line.
 */
export const NAVIGATION: readonly NavigationEntry[] = [
  {
    group: 'Library',
    path: 'playlists',
    label: 'Playlists',
    icon: 'list-music',
    keys: 'g p',
    isTab: true,
    count: ['playlist', 'all'],
  },
  { group: 'Library', path: 'songs', label: 'Songs', icon: 'music', keys: 'g s', isTab: true },
  {
    group: 'Library',
    path: 'liked',
    label: 'Liked songs',
    icon: 'heart',
    keys: 'g l',
    isTab: true,
    count: ['item', 'liked'],
  },
  { group: 'Library', path: 'saved/albums', label: 'Saved', icon: 'library', keys: 'g v' },
  {
    group: 'Tools',
    path: 'backup',
    label: 'Back up',
    icon: 'archive',
    keys: 'g b',
  },
  { group: 'Tools', path: 'tidy', label: 'Tidy up', icon: 'list-checks', keys: 'g t' },
  {
    group: 'Tools',
    path: 'changes',
    label: 'Changes',
    icon: 'history',
    keys: 'g c',
  },
  {
    group: 'Under the hood',
    path: 'flow',
    label: 'Login flow',
    icon: 'key-round',
    keys: 'g f',
  },
  {
    group: 'Under the hood',
    path: 'lab',
    label: 'What if…',
    icon: 'flask-conical',
    keys: 'g w',
  },
  {
    group: 'Under the hood',
    path: 'api',
    label: 'API workbench',
    icon: 'braces',
    keys: 'g a',
  },
];
