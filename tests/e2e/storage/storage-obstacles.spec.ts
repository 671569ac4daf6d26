import type { Page } from '@playwright/test';
import { hurry } from '../../support/hurry.ts';
import { clientIdBoxOf, submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

/** Missing features of a browser, how each is removed, the page's text, and whether the demo works. */
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
  IndexedDB: {
    remove: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    sentence: 'does not let this page store anything',
    hasDemo: true,
  },
  'IndexedDB that opens': {
    remove: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('private window', 'InvalidStateError');
      };
    },
    sentence: 'does not let this page store anything',
    hasDemo: true,
  },
  'an IndexedDB that answers': {
    remove: () => {
      // A request that looks like one and never fires an event.
      const silence = Object.create(IDBOpenDBRequest.prototype, {
        onupgradeneeded: { writable: true },
        onsuccess: { writable: true },
        onerror: { writable: true },
      });
      IDBFactory.prototype.open = () => silence;
    },
    sentence: 'does not let this page store anything',
    hasDemo: true,
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
    sentence: 'does not let this page store anything',
    hasDemo: true,
  },
} as const;

const LOG_IN_ALERT = 'Log in with your own Spotify app';

async function tryTheDemo(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Try the demo' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  const table = tableOf(page);
  await expect(table).toHaveAttribute('aria-rowcount', '142');
  await expect(table).toHaveAttribute('aria-busy', 'false');
}

for (const [missing, { remove, sentence, hasDemo }] of Object.entries(OBSTACLES)) {
  test(`[row 71] a browser without ${missing} is told so in one sentence, starts no login, exchanges no code and ${hasDemo ? 'shows the demo' : 'learns why there is no demo'}`, async ({
    page,
    network,
    spotify,
  }) => {
    await page.addInitScript(remove);
    await page.clock.install();
    const soon = (work: () => Promise<void>) => hurry(page, work);
    await test.step('no login starts', async () => {
      await page.goto('/');
      const form = page.getByRole('region', { name: LOG_IN_ALERT });
      await soon(() => expect(form.getByRole('alert')).toContainText(sentence));
      await submitLogInForm(page);
      // A pending login would have left the page by now.
      await page.getByRole('link', { name: 'Login flow' }).click();
      await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
    });
    await test.step('no code is exchanged', async () => {
      await page.goto('/callback?code=x&state=y');
      await soon(() => expect(page.getByRole('heading', { level: 1 })).toBeVisible());
      await expect(page).toHaveURL('/callback');
      await page.getByRole('button', { name: 'Log in again' }).click();
      await expect(clientIdBoxOf(page)).toBeVisible();
    });
    await test.step('the demo', async () => {
      await page.goto('/');
      if (hasDemo) await soon(() => tryTheDemo(page));
      else {
        await page.getByRole('link', { name: 'Try the demo' }).click();
        const refusal = page.getByRole('alert').filter({ has: page.getByRole('button') });
        await expect(refusal).toContainText(sentence);
      }
    });
    expect(network.requests).toEqual([]);
    expect(spotify.requests).toEqual([]);
  });
}
