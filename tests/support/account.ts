import type { Locator, Page } from '@playwright/test';

/** The button with the name of the account, which only logged-in people get. */
export const accountOf = (page: Page): Locator => page.getByRole('button', { name: /^Account/ });

/** Opens the menu of the account and gives its button "Log out". */
export async function openAccount(page: Page): Promise<Locator> {
  const logOut = page.getByRole('button', { name: 'Log out' });
  await accountOf(page).click();
  await logOut.waitFor();
  return logOut;
}

/** Logs out, without waiting for the end of it. */
export async function clickLogOut(page: Page): Promise<void> {
  await (await openAccount(page)).click();
}
