/** The members of a keyboard event that identify its key and its receiver, the page or an input method. */
type Key = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'keyCode'>;

/** Returns whether a key belongs to an input method (IME), which composes a text with it. */
export function isComposing(event: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  // Safari ends a composition before its last `keydown`, and marks that event by key code 229 alone.
  return event.isComposing || event.keyCode === 229;
}

/**
 * Returns whether a key is a letter from `a` to `z`, also with Caps Lock; on a keyboard of another script, the physical
 * key of that letter.
 */
export function isLetter({ key, code }: Pick<Key, 'key' | 'code'>, letter: string): boolean {
  return /^[!-~]$/.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}
