/** Asks the browser not to evict what is kept here; some browsers ask the person. It may say no. */
export async function requestPersistence(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => undefined);
}

/**
 * The same, only where the person has allowed it already. `prompt` does not tell whether the browser
 * would ask them: Firefox says it and does, Chromium says it and decides by itself.
 */
export async function requestGrantedPersistence(): Promise<void> {
  const permission = await navigator.permissions
    ?.query({ name: 'persistent-storage' })
    // A browser that does not know the permission.
    .catch(() => undefined);
  if (permission?.state === 'granted') await requestPersistence();
}
