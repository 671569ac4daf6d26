import { expect } from './fixtures.ts';
import { test } from './rig-site.ts';

for (const attributes of [{}, { sandbox: 'allow-scripts allow-same-origin' }]) {
  test(`[row 30, s20] the right answer inside a frame ${JSON.stringify(attributes)} of another site finishes nothing, and waits for its tab`, async ({
    page,
    site,
    network,
    reachConsent,
  }) => {
    const callback = await reachConsent(page);
    await page.goto(site.url);
    await page.evaluate(
      ([src, more]) => {
        const frame = Object.assign(document.createElement('iframe'), { src });
        for (const [name, value] of Object.entries(more)) frame.setAttribute(name, value);
        document.body.append(frame);
      },
      [callback.href, attributes] as const,
    );
    const framed = page.frameLocator('iframe');
    await expect(framed.getByRole('alert')).toContainText('inside another site');
    expect(network.requestsTo(/\/api\/token$/)).toEqual([]);
    await page.goto(callback.href);
    await expect(page.getByRole('table', { name: 'Playlists' })).toBeVisible();
  });
}

test('[row 30, row 45] a framed login page begins no login', async ({
  page,
  site,
  baseURL,
  network,
  spotify,
}) => {
  await page.goto(site.url);
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, baseURL ?? '');
  const framed = page.frameLocator('iframe');
  await framed.getByRole('textbox', { name: 'Client ID' }).fill('0'.repeat(32));
  await framed.getByRole('button', { name: 'Log in with Spotify' }).click();
  await expect(framed.getByRole('alert')).toContainText('inside another site');
  expect(network.requests).toEqual([]);
  expect(spotify.requests).toEqual([]);
});
