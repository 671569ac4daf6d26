import type { Shown } from '../record/flow.ts';

/** Writes a value, or of what is hidden how long it is. */
export function shownValue(value: Shown): string {
  return typeof value === 'string' ? value : `${value.hidden} characters, hidden`;
}
