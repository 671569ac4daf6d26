import type { Page } from '@playwright/test';
import { LAB_GROUPS } from '../../../src/features/lab/cases.ts';
import { expectAccessible } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-scripts.ts';
import { enterDemo, keptByOrigin } from '../../support/demo.ts';
import { logOut } from '../../support/log-in-form.ts';
import { expect, test } from '../fixtures.ts';

/** Opens the page of the login flow in the demo. */
async function openLab(page: Page): Promise<void> {
  await enterDemo(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('heading', { name: 'What if …' })).toBeVisible();
}

/** Waits until the flow of the demo's own login is recorded. */
async function isRecorded(page: Page): Promise<void> {
  const kept = async () => (await keptByOrigin(page)).join('\n');
  await expect.poll(kept).not.toMatch(/:flow-attempt|"call":null/);
}

/** One case on the page. */
function caseOn(page: Page, title: string) {
  const region = page.getByRole('region', { name: title, exact: true });
  return {
    region,
    status: region.getByRole('status'),
    run: () => region.getByRole('button', { name: 'Run', exact: true }).click(),
    reset: () => region.getByRole('button', { name: 'Reset', exact: true }).click(),
    fact: (label: string) =>
      region
        .locator('div', { has: page.getByRole('term').getByText(label, { exact: true }) })
        .last(),
  };
}

test('cases of each group end on the screen as they claim', async ({ page }) => {
  test.slow();
  // tests/unit/lab/lab.test.ts runs every case.
  const cases = LAB_GROUPS.flatMap((group) => group.cases.slice(0, 2));
  expect(cases).toHaveLength(2 * LAB_GROUPS.length);
  await openLab(page);
  await isRecorded(page);
  const before = await keptByOrigin(page);
  for (const { title, ends, claim } of cases) {
    await test.step(title, async () => {
      const { run, status, fact } = caseOn(page, title);
      await run();
      await expect(status).toHaveText(ends);
      const facts = [
        ['Token requests', claim.tokenRequests],
        ['Refreshes', claim.refreshRequests],
        ['Requests for the list', claim.listRequests],
        ['Rows in the table', claim.rows],
        ['Stored login', claim.login],
      ] as const;
      for (const [label, value] of facts) {
        if (value === undefined) continue;
        await expect(fact(label).getByRole('definition')).toHaveText(`${value}`);
      }
    });
  }
  // The demo's own login is unchanged.
  expect(await keptByOrigin(page)).toEqual(before);
});

test('a case shows what went over and what the app says, and "Reset" takes it back', async ({
  page,
}) => {
  await openLab(page);
  const { region, run, reset, status } = caseOn(page, 'What if the refusal cannot be read at all?');
  await run();
  await expect(status).toHaveText(/^The app slows down, stops after four waits with 50 rows/);
  const entries = region.getByRole('list', { name: 'What went over' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'waits' })).toHaveText(
    [2, 4, 8, 16].map((s) => new RegExp(`waits ${s} s$`)),
  );
  await expect(entries.filter({ hasText: 'POST /api/token (authorization_code)' })).toHaveCount(1);
  await expect(region.getByText('The browser could not read Spotify’s answer.')).toBeVisible();
  await reset();
  await expect(status).toBeEmpty();
  await expect(entries).toHaveCount(0);
  // A running case is aborted, and one can be left with the page.
  await run();
  await expect(status).toHaveText('Running…');
  await reset();
  await expect(status).toBeEmpty();
  await run();
  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Playlists' })).toBeVisible();
});

test('the inspector loads with its page, the lab with it in the demo, and neither anywhere else', async ({
  page,
  spotify: _,
  logIn,
}) => {
  const loaded: URL[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url())));
  const labScripts = scriptsWith('What if');
  const inspectorScripts = scriptsWith('Refresh now');
  const ofLab = () => loaded.filter(labScripts);
  const ofInspector = () => loaded.filter(inspectorScripts);
  await logIn(page);
  expect(ofInspector()).toEqual([]);
  await page.goto('/flow');
  await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
  expect(ofInspector()).not.toEqual([]);
  await expect(page.getByRole('heading', { name: 'What if …' })).toHaveCount(0);
  await logOut(page);
  await enterDemo(page);
  expect(ofLab()).toEqual([]);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('heading', { name: 'What if …' })).toBeVisible();
  expect(ofLab()).not.toEqual([]);
});

test.describe('looked at by axe', () => {
  test('the lab is accessible with several cases run', async ({ page }) => {
    test.slow();
    await openLab(page);
    for (const group of LAB_GROUPS) {
      const [{ title, ends } = { title: '', ends: '' }] = group.cases;
      const { run, status } = caseOn(page, title);
      await run();
      await expect(status).toHaveText(ends);
    }
    await expectAccessible(page);
  });
});
