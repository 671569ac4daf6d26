import type { Locator } from '@playwright/test';
import { holdAnswers } from '../support/hold-answers.ts';
import { submitLogInForm } from '../support/log-in-form.ts';
import { playlistsPage } from '../support/playlists-page.ts';
import { test as base, expect } from './fixtures.ts';

/** Counts the colours of what can be seen of an element; one is a shape that cannot be told from its ground. */
const test = base.extend<{ coloursOf(target: Locator): Promise<number> }>({
  coloursOf: async ({ context }, use) => {
    const decoder = await context.newPage();
    await use(async (target) => {
      const png = await target.screenshot();
      return decoder.evaluate(async (data) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${data}`;
        await picture.decode();
        const { width, height } = picture;
        const drawing = new OffscreenCanvas(width, height).getContext('2d');
        drawing?.drawImage(picture, 0, 0);
        const bytes = drawing?.getImageData(0, 0, width, height).data.buffer;
        return new Set(bytes && new Uint32Array(bytes)).size;
      }, png.toString('base64'));
    });
  },
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with colours of one’s own, ${colorScheme}, all that is drawn can be seen`, async ({
    page,
    network,
    spotify: _,
    coloursOf,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const later = holdAnswers(network, /offset=[1-9]/);
    await page.goto('/');
    await submitLogInForm(page);
    const { table, status } = playlistsPage(page);
    await expect(status).toHaveText('50 of 120 playlists loaded');
    expect(await coloursOf(page.getByRole('progressbar', { name: 'Loading' }))).toBeGreaterThan(1);
    later.letAllPass();
    await expect(table).toHaveAttribute('aria-busy', 'false');

    const first = table.getByRole('row').nth(2);
    const box = first.getByRole('checkbox');
    await first.hover();
    expect(await coloursOf(first.locator('.amount-bar'))).toBeGreaterThan(1);
    const unchecked = await box.screenshot();
    await box.check();
    expect(await box.screenshot()).not.toEqual(unchecked);
    const mark = page.getByRole('contentinfo').getByRole('img', { name: 'Spotify' });
    expect(await coloursOf(mark)).toBeGreaterThan(1);
  });
}
