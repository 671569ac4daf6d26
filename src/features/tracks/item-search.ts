/** Loads how tracks are searched, with its first use. */
export async function loadItemSearching() {
  return (await import('./search.ts')).ITEM_SEARCHING;
}
