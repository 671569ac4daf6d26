/**
 * The icons of the app, by their names in Lucide. The build puts these alone into the sprite, and fails on a name
 * that Lucide does not have or that no component uses; see `.build/icons.ts`.
 */
export const ICON_NAMES = [
  'circle-alert',
  'circle-check',
  'download',
  'info',
  'keyboard',
  'list-music',
  'search',
  'triangle-alert',
  'x',
] as const;

/** The name of an icon. */
export type IconName = (typeof ICON_NAMES)[number];
