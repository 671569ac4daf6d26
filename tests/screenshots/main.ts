import { startPagesHost } from '../support/pages-host.ts';
import { startBrowser } from './camera.ts';
import { takePagePictures } from './page-pictures.ts';
import { SITE } from './places.ts';
import { takeReadmePictures } from './readme-pictures.ts';

/** Takes the pictures of the README and of the first page from the demo of the production build; gives the exit code. */
export async function main(): Promise<number> {
  const site = await startPagesHost(SITE, '/');
  const browser = await startBrowser();
  try {
    await takePagePictures(browser, site.origin);
    await takeReadmePictures(browser, site.origin);
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
}
