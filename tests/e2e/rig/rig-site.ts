import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PagesHost } from '../../support/pages-host.ts';
import { test as base } from '../fixtures.ts';

/** The rig's own `test`, with a minimal site, so that any failure is the rig's. */
export const test = base.extend<{ site: PagesHost }>({
  site: async ({ hostPages }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'pages-'));
    for (const [name, title] of Object.entries({
      index: 'start',
      callback: 'callback',
      404: 'lost',
    })) {
      const page = `<!doctype html><link rel="icon" href="data:,"><title>${title}</title>`;
      await writeFile(join(folder, `${name}.html`), page);
    }
    await use(await hostPages(folder));
    await rm(folder, { recursive: true });
  },
});

/** Fetches within a page, and reports how far the request got. */
export function ask(
  page: Page,
  url: string,
  headers: Record<string, string> = {},
): Promise<string> {
  return page.evaluate(
    async ([to, sent]) => {
      let answer = '';
      try {
        const response = await fetch(to, { headers: sent });
        answer += `${response.status} `;
        return answer + (await response.text());
      } catch (error) {
        return answer + String(error);
      }
    },
    [url, headers] as const,
  );
}
