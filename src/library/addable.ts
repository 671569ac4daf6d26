/** Tells whether Spotify adds or likes an item: not local files, and not what it has removed. */
export function isAddable<Item extends { readonly uri: string | null; readonly kind: string }>(
  item: Item,
): item is Item & { readonly uri: string } {
  return item.uri !== null && item.kind !== 'local' && item.kind !== 'unavailable';
}
