import type { Page } from '@playwright/test';
import { openAccount } from '../../support/account.ts';
import { tableIsFull } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const OTHER = { light: 'dark', dark: 'light' } as const;

/** The colours of the page, of a cover's placeholder, and of the browser's own controls and scrollbars. */
const coloursOf = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.className = 'sleeve tint-0';
    const { color: sleeve } = { ...getComputedStyle(probe) };
    probe.style.cssText = 'color: ButtonText; background: Canvas';
    const { color: controls, backgroundColor: canvas } = { ...getComputedStyle(probe) };
    probe.remove();
    const { backgroundColor: paper, color: ink } = getComputedStyle(document.documentElement);
    return { paper, ink, sleeve, canvas, controls };
  });

test('each theme looks the same on a system that prefers the other one', async ({
  loggedIn: page,
}) => {
  for (const theme of ['light', 'dark'] as const) {
    await test.step(theme, async () => {
      await openAccount(page);
      const choice = page.getByRole('group', { name: 'Theme' });
      await choice.getByRole('radio', { name: 'Auto' }).check();
      await page.emulateMedia({ colorScheme: theme });
      const wanted = await coloursOf(page);
      await page.emulateMedia({ colorScheme: OTHER[theme] });
      const unwanted = Object.entries(await coloursOf(page));
      for (const [what, colour] of unwanted) expect(wanted, what).not.toHaveProperty(what, colour);

      await choice.getByRole('radio', { name: new RegExp(theme, 'i') }).check();
      expect(await coloursOf(page)).toEqual(wanted);
      await page.reload();
      await tableIsFull(page);
      expect(await coloursOf(page)).toEqual(wanted);
    });
  }
});
