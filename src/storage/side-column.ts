import { BASE_PATH } from '../deployment.ts';
import { sideColumnKey } from './keys.ts';

const KEY = sideColumnKey(BASE_PATH);

/** Reads whether the side column is collapsed; false where the browser blocks its storage. */
export function readIsCollapsed(): boolean {
  try {
    return localStorage.getItem(KEY) === 'collapsed';
  } catch {
    return false;
  }
}

/** Stores whether the side column is collapsed, where the browser allows it. */
export function writeIsCollapsed(isCollapsed: boolean): void {
  try {
    if (isCollapsed) localStorage.setItem(KEY, 'collapsed');
    else localStorage.removeItem(KEY);
  } catch {
    // The choice applies until this page is left.
  }
}
