/** The members of a keyboard event that tell whose key it is. */
type Key = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'keyCode'>;

/** Tells whether a key belongs to an input method, which composes a text with it. */
export function isComposing(event: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  // Safari ends a composition before the event of its last key, and marks that by the code 229 alone.
  return event.isComposing || event.keyCode === 229;
}

/**
 * Tells whether a key is a letter from `a` to `z`, also with Caps Lock; on a keyboard of another script it is the key
 * at the place of the letter.
 */
export function isLetter({ key, code }: Pick<Key, 'key' | 'code'>, letter: string): boolean {
  return /^[!-~]$/.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}
