import type { Page } from '@playwright/test';

/** Every place of the page that reveals its address, or a former one. */
export function addressesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    location.href,
    document.URL,
    document.baseURI,
    document.referrer,
    ...window.navigation.entries().map(({ url }) => url ?? ''),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ]);
}

/** Whether an address holds a part of an authorization response, or what others added to one. */
export const isSecret = (address: string): boolean =>
  /[?&#](code|state|error|iss|utm_source)=/.test(address);
