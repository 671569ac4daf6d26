import type { Locator, Page } from '@playwright/test';

/** What a person wants to get done, and how many clicks it may take on its page. */
export interface MeasuredJob {
  readonly name: string;
  readonly path: string;
  readonly most: number;
  /** Does the job with `click`; it is done once this ends. */
  readonly work: (page: Page, click: (target: Locator) => Promise<void>) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).and(page.locator(':enabled'));

/** The jobs of the design whose clicks are counted. */
export const JOBS: readonly MeasuredJob[] = [
  {
    name: 'All playlists for Excel',
    path: '/playlists',
    most: 3,
    async work(page, click) {
      // Phones have it in the sheet of the table.
      const isInHead = await page.locator('.table-head').getByText('Export').isVisible();
      if (!isInHead) await click(button(page, 'Display'));
      await click(button(page, 'Export').first());
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await click(button(page, 'Download').and(dialog.getByRole('button')));
      await dialog.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'Back up everything',
    path: '/backup',
    most: 1,
    async work(page, click) {
      await click(button(page, 'Back up everything'));
      await page
        .getByRole('button', { name: /^(Stop|Cancel)$/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'A token for a script',
    path: '/api',
    most: 4,
    async work(page, click) {
      await click(button(page, 'Get token'));
      await click(button(page, 'Agree'));
      await click(button(page, 'Reveal secrets'));
      await click(button(page, 'Copy result'));
    },
  },
];

/** Does a job on its page and returns the number of clicks. */
export async function countClicks(page: Page, job: MeasuredJob): Promise<number> {
  await page.goto(job.path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  let clicks = 0;
  await job.work(page, async (target) => {
    await target.click();
    clicks += 1;
  });
  return clicks;
}
