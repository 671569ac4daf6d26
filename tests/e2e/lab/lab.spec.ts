import type { Page } from '@playwright/test';
import { LAB_GROUPS } from '../../../src/features/lab/cases.ts';
import { ALL_LOOKS } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-scripts.ts';
import { enterDemo, keptByOrigin } from '../../support/demo.ts';
import { expectSound } from '../app/sound-page.ts';
import { expect, test } from '../fixtures.ts';
import { fieldsOf, openStep } from '../flow/flow-page.ts';

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

test('in the demo the login flow shows all that was sent, the lab ends each case as it claims, and axe finds nothing', async ({
  page,
}) => {
  test.slow();
  const loaded: URL[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url())));
  const isOfLab = scriptsWith('What if');
  await test.step('the lab loads with its page', async () => {
    await enterDemo(page);
    expect(loaded.filter(isOfLab)).toEqual([]);
    await page.getByRole('link', { name: 'Login flow' }).click();
    await expect(page.getByRole('heading', { name: 'What if …' })).toBeVisible();
    expect(loaded.filter(isOfLab)).not.toEqual([]);
    await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
    // The rest is looked at once all is open.
    await expectSound(page, { part: '[aria-labelledby=result]' });
  });

  await test.step('nothing is hidden, and the challenge can be derived by hand', async () => {
    const made = await fieldsOf(await openStep(page, 'Make a code verifier'), 'Made');
    const step = await openStep(page, 'Derive the code challenge');
    const { code_challenge } = await fieldsOf(step, 'Derived');
    await step.getByText('Try it').click();
    const box = step.getByRole('textbox', { name: 'Code verifier' });
    await expect(box).toHaveValue(made['code_verifier'] ?? '');
    await expect(step.getByRole('definition').last()).toHaveText(code_challenge ?? '');
    await box.fill('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    await expect(step.getByRole('definition').last()).toHaveText(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
    const form = await fieldsOf(await openStep(page, 'Token request'), 'Request');
    expect(form).toMatchObject({ code_verifier: made['code_verifier'] });
    expect(form['code']?.length).toBeGreaterThan(20);
  });

  await isRecorded(page);
  const before = await keptByOrigin(page);
  // tests/unit/lab/lab.test.ts runs every case.
  const cases = LAB_GROUPS.flatMap((group) => group.cases.slice(0, 1));
  expect(cases).toHaveLength(LAB_GROUPS.length);
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
  await test.step('axe finds nothing with all shown, and nothing scrolls sideways', async () => {
    await page.getByRole('button', { name: 'Reveal access token' }).click();
    await page.getByRole('button', { name: 'Reveal refresh token' }).click();
    for (const arrow of await page.getByRole('button', { name: /^Step \d/ }).all()) {
      await arrow.click();
    }
    await expectSound(page, { looks: ALL_LOOKS });
  });

  const { region, run, reset, status } = caseOn(page, 'What if the refusal cannot be read at all?');
  const entries = region.getByRole('list', { name: 'What went over' }).getByRole('listitem');
  await test.step('a case shows what went over and what the app says', async () => {
    await run();
    await expect(status).toHaveText(/^The app slows down, stops after four waits with 50 rows/);
    await expect(entries.filter({ hasText: 'waits' })).toHaveText(
      [2, 4, 8, 16].map((s) => new RegExp(`waits ${s} s$`)),
    );
    await expect(entries.filter({ hasText: 'POST /api/token (authorization_code)' })).toHaveCount(
      1,
    );
    await expect(region.getByText('The browser could not read Spotify’s answer.')).toBeVisible();
  });
  await test.step('"Reset" takes it back, also while it runs, and a running case can be left', async () => {
    await reset();
    await expect(status).toBeEmpty();
    await expect(entries).toHaveCount(0);
    await run();
    await expect(status).toHaveText('Running…');
    await reset();
    await expect(status).toBeEmpty();
    // The demo's own login is unchanged.
    expect(await keptByOrigin(page)).toEqual(before);
    await run();
    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Playlists' })).toBeVisible();
  });
});
