import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';

/** Page object of the dialog "Export". */
export interface ExportDialog {
  readonly dialog: Locator;
  readonly progress: Locator;
  button(name: string): Locator;
  /** Chooses an option of a radio group. */
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

/** Opens the dialog with the button on the page. */
export async function openExportDialog(page: Page): Promise<ExportDialog> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.waitFor();
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  return {
    dialog,
    progress: dialog.getByRole('progressbar', { name: 'Export' }),
    button,
    choose: (question, answer) =>
      dialog
        .getByRole('radiogroup', { name: question })
        .getByRole('radio', { name: new RegExp(`^${answer}( [\\d,]+)?$`) })
        .check(),
    async save(name = 'Download') {
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
