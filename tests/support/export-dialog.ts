import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';

/** Page object of the dialog "Export". */
export interface ExportDialog {
  readonly dialog: Locator;
  readonly progress: Locator;
  button(name: string): Locator;
  /** Chooses an option of a radio group, again after a file was saved. */
  choose(question: string, answer: string): Promise<void>;
  /** Clicks the button and returns the downloaded file. */
  save(button?: string): Promise<SavedFile>;
}

/** A downloaded file. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Opens the dialog with the button on the page, or with the one inside a part of it. */
export async function openExportDialog(
  page: Page,
  part: Page | Locator = page,
): Promise<ExportDialog> {
  await part.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.waitFor();
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  /** Leaves the end of an export for its form. */
  async function beginAgain(): Promise<void> {
    const again = button('Export something else');
    if (await again.isVisible()) await again.click();
  }
  return {
    dialog,
    progress: dialog.getByRole('progressbar', { name: 'Export' }),
    button,
    async choose(question, answer) {
      await beginAgain();
      await dialog
        .getByRole('radiogroup', { name: question })
        .getByRole('radio', { name: new RegExp(`^${answer}( [\\d,]+)?$`) })
        .check();
    },
    async save(name = 'Download') {
      if (name === 'Download') await beginAgain();
      const coming = page.waitForEvent('download', { timeout: 50_000 });
      await button(name).click();
      return readDownload(await coming);
    },
  };
}

/** Reads a downloaded file. */
export async function readDownload(download: Download): Promise<SavedFile> {
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}
