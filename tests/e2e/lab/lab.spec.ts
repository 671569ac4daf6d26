import { ALL_LOOKS } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-scripts.ts';
import { keptByOrigin } from '../../support/demo.ts';
import { expectSound } from '../app/sound-page.ts';
import { expect, test } from '../fixtures.ts';

const TITLE = 'What if the app can’t read the refusal at all?';

// tests/unit/lab/lab.test.ts runs every case.
test('whoever is logged out comes to a case of the lab through the demo, a case runs when it is chosen, and the demo’s login stays', async ({
  page,
}) => {
  const loaded: URL[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url())));
  const isOfLab = scriptsWith('Run all');
  await page.goto('/lab#access-denied');
  const enter = page.getByRole('button', { name: 'Open the lab in the demo' });
  await expect(enter).toBeVisible();
  await expectSound(page);
  expect(loaded.filter(isOfLab)).toEqual([]);
  await enter.click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page).toHaveURL('/lab?case=access-denied');
  await expect(page.getByRole('region', { name: 'What if you decline at Spotify?' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search cases' });
  await expect(search).toBeVisible();
  // The steps of the demo's own login are recorded a moment later.
  const kept = async () => (await keptByOrigin(page)).join('\n');
  await expect.poll(kept).not.toContain(':flow-attempt');
  const before = await keptByOrigin(page);

  await search.fill('429 CORS');
  const cases = page.getByRole('navigation', { name: 'Cases' });
  await expect(cases.getByRole('link')).toHaveCount(1);
  await cases.getByRole('link', { name: `${TITLE} (not run)` }).click();
  const chosen = page.getByRole('region', { name: TITLE });
  await expect(chosen.getByRole('status')).toHaveText(/^The app slows down and stops/);
  await expect(cases.getByRole('link', { name: `${TITLE} (as expected)` })).toBeVisible();
  const happened = chosen.getByRole('list', { name: 'What happens' }).getByRole('listitem');
  await expect(happened.filter({ hasText: 'waits' })).toHaveText(
    [2, 4, 8, 16].map((s) => new RegExp(`waits ${s} s$`)),
  );
  await expect(happened.filter({ hasText: '200' })).toHaveCount(0);
  await chosen.getByText('Full log').click();
  await expect(chosen.getByRole('list', { name: 'Full log' })).toContainText('POST /api/token');
  await expectSound(page, { looks: ALL_LOOKS });
  expect(await keptByOrigin(page)).toEqual(before);

  await test.step('on a phone the list and the case have a page each', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(search).toBeHidden();
    await chosen.getByRole('link', { name: 'All cases' }).click();
    await expect(search).toBeVisible();
    await expect(chosen).toHaveCount(0);
    // A running case can be left.
    await cases.getByRole('link', { name: TITLE }).click();
    await chosen.getByRole('button', { name: 'Run again' }).click();
    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Playlists' })).toBeVisible();
  });
});
