import type { Locator } from '@playwright/test';
import { holdAnswers } from '../../support/hold-answers.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { test as base, expect } from '../fixtures.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Colours {
  /**
   * Counts the visible colours of an element; a single one means that it cannot be distinguished from its
   * background.
   */
  coloursOf(target: Locator): Promise<number>;
  /**
   * Counts those of a part of it, so small that the ground which the browser lays behind words
   * fills it; the part is in the middle, or so many px from the start.
   */
  coloursOfSign(target: Locator, size: Size, middle?: number): Promise<number>;
}

const test = base.extend<Colours & { count(png: Buffer): Promise<number> }>({
  coloursOf: async ({ count }, use) => {
    await use(async (target) => count(await target.screenshot()));
  },

  coloursOfSign: async ({ count }, use) => {
    await use(async (target, size, middle) => {
      await target.scrollIntoViewIfNeeded();
      const { x = 0, y = 0, width = 0, height = 0 } = (await target.boundingBox()) ?? {};
      const left = x + (middle ?? width / 2) - size.width / 2;
      const top = y + height / 2 - size.height / 2;
      return count(await target.page().screenshot({ clip: { x: left, y: top, ...size } }));
    });
  },

  count: async ({ context }, use) => {
    const decoder = await context.newPage();
    await use((png) =>
      decoder.evaluate(async (data) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${data}`;
        await picture.decode();
        const { width, height } = picture;
        const drawing = new OffscreenCanvas(width, height).getContext('2d');
        drawing?.drawImage(picture, 0, 0);
        const bytes = drawing?.getImageData(0, 0, width, height).data.buffer;
        return new Set(bytes && new Uint32Array(bytes)).size;
      }, png.toString('base64')),
    );
  },
});

test('with colours of one’s own, light or dark, all that is drawn can be seen', async ({
  page,
  network,
  spotify: _,
  coloursOf,
  coloursOfSign,
}) => {
  /** Expects more than one colour in either scheme. */
  const isSeen = async (count: () => Promise<number>) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      expect(await count(), colorScheme).toBeGreaterThan(1);
    }
  };
  const later = holdAnswers(network, /offset=[1-9]/);
  await page.goto('/');
  const primary = page.getByRole('button', { name: 'Log in with Spotify' });
  await isSeen(() => coloursOfSign(primary, { width: 60, height: 8 }));
  await submitLogInForm(page);
  const { table, status } = playlistsPage(page);
  await expect(status).toHaveText('50 of 120 playlists loaded');
  await isSeen(() => coloursOf(page.getByRole('progressbar', { name: 'Loading' })));
  later.letAllPass();
  await expect(table).toHaveAttribute('aria-busy', 'false');

  const first = table.getByRole('row').nth(1);
  const box = first.getByRole('checkbox');
  await box.check();
  await isSeen(() => coloursOfSign(box, { width: 6, height: 6 }, 8));
  const mark = page.getByRole('contentinfo').getByRole('img', { name: 'Spotify' });
  await isSeen(() => coloursOf(mark));
});
