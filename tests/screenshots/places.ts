import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The production build that the pictures are taken from. */
export const SITE = join(PROJECT, 'dist');

/** The pictures of the README. */
export const README_PICTURES = join(PROJECT, '.github/screenshots');

/** The pictures of the first page; the build copies them. */
export const PAGE_PICTURES = join(PROJECT, 'public/pictures');

/** Color schemes in which every picture is taken. */
export const THEMES = ['light', 'dark'] as const;

/** One of the color schemes. */
export type Theme = (typeof THEMES)[number];
