/** Loads how tracks are searched, with its first use. */
export async function loadItemSearching() {
  return (await import('./item-searching.ts')).ITEM_SEARCHING;
}
