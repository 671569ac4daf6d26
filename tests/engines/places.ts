import type { Target } from './roles.ts';

type Finder = (name: string | RegExp, within?: Target) => Target;

export const button: Finder = named('button');
export const dialog: Finder = named('dialog');
export const heading: Finder = named('heading');
export const link: Finder = named('link');
export const radio: Finder = named('radio');
export const radiogroup: Finder = named('radiogroup');
export const region: Finder = named('region');
export const textbox: Finder = named('textbox');

export const CLIENT_ID_BOX: Target = textbox('Client ID');
export const ACCOUNT: Target = button(/^Account/);
export const TABLE: Target = { role: 'table', name: 'Playlists' };
export const SEARCH: Target = { role: 'searchbox', name: 'Search playlists' };

/** All elements of a role, within a target where given. */
export function all(role: string, within?: Target): Target {
  return within ? { role, within } : { role };
}

function named(role: string): Finder {
  return (name, within) => ({ ...all(role, within), name });
}
