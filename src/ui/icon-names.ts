/**
 * The icons of the app, by their names in Lucide. The build puts these alone into the sprite, and fails on a name
 * that Lucide does not have or that no component uses; see `.build/icons.ts`.
 */
export const ICON_NAMES = [
  'chevrons-up-down',
  'circle-alert',
  'circle-check',
  'code',
  'download',
  'ellipsis',
  'hard-drive',
  'heart',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'circle-check',
  'circle-x',
  'download',
  'ellipsis',
  'external-link',
  'eye',
  'eye-off',
  'info',
  'key-round',
  'keyboard',
  'list-music',
  'log-out',
  'panel-left',
  'minus',
  'pause',
  'play',
  'refresh-cw',
  'rotate-ccw',
  'search',
  'sun-moon',
  'trash-2',
  'triangle-alert',
  'user',
  'users',
  'wrench',
  'x',
] as const;

/** The name of an icon. */
export type IconName = (typeof ICON_NAMES)[number];
