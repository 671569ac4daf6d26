import type { Page } from '@playwright/test';
import { clientIdBoxOf, submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

/**
 * Missing features of a browser, how each is removed, the page's text, and whether the demo works. The ways in which
 * IndexedDB fails are tested in Node.
 */
const OBSTACLES = {
  'Web Locks': {
    remove: () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
    sentence: 'Web Locks',
    hasDemo: true,
  },
  'Web Crypto': {
    remove: () => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
    sentence: 'Web Crypto',
    hasDemo: false,
  },
  'allowed site data': {
    remove: () => {
      const get = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) {
        Object.defineProperty(window, name, { get });
      }
    },
    sentence: 'doesn’t let this page store anything',
    hasDemo: true,
  },
} as const;

const LOG_IN_ALERT = 'Log in with Spotify';

async function expectDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Agree' }).click();
  const table = tableOf(page);
  await expect(table).toHaveAttribute('aria-rowcount', '141');
  await expect(table).toHaveAttribute('aria-busy', 'false');
}

test('[row 71] a browser that lacks something is told so in one sentence, starts no login, exchanges no code, and shows the demo or why there is none', async ({
  context,
  network,
  spotify,
}) => {
  test.slow();
  for (const [missing, { remove, sentence, hasDemo }] of Object.entries(OBSTACLES)) {
    const page = await context.newPage();
    await page.addInitScript(remove);

    await test.step(`without ${missing} no login starts`, async () => {
      await page.goto('/');
      const form = page.getByRole('region', { name: LOG_IN_ALERT });
      await expect(form.getByRole('alert')).toContainText(sentence);
      await submitLogInForm(page);
      // A pending login would have left the page by now.
      await page.getByRole('link', { name: 'Login flow' }).click();
      await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
    });
    await test.step(`without ${missing} no code is exchanged`, async () => {
      await page.goto('/callback?code=x&state=y');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page).toHaveURL('/callback');
      await page.getByRole('button', { name: 'Log in again' }).click();
      await expect(clientIdBoxOf(page)).toBeVisible();
    });
    await test.step(`without ${missing}, the demo`, async () => {
      await page.getByRole('link', { name: 'Try the demo' }).click();
      if (hasDemo) await expectDemo(page);
      else {
        const refusal = page.getByRole('alert').filter({ has: page.getByRole('button') });
        await expect(refusal).toContainText(sentence);
      }
    });
    await page.close();
  }
  expect(network.requests).toEqual([]);
  expect(spotify.requests).toEqual([]);
});
