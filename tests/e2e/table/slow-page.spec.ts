import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BUILT_SITE } from '../../support/build-site.ts';
import { isLaterScript } from '../../support/built-scripts.ts';
import { expect, test } from '../fixtures.ts';

test('a page whose end comes after its script has run is drawn in full', async ({
  page,
  hostPages,
  watch,
}) => {
  const { origin } = await hostPages(BUILT_SITE, '/');
  let sendRest: () => void = () => undefined;
  const rest = new Promise<void>((resolve) => {
    sendRest = resolve;
  });
  const server = createServer(async (request, response) => {
    const answer = await fetch(origin + request.url);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    const [head = '', body] = (await answer.text()).split(/(?=<body>)/);
    response.write(head);
    if (body !== undefined) await rest;
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    const { port } = server.address() as AddressInfo;
    watch.allowHost(`127.0.0.1:${port}`);
    await page.goto(`http://127.0.0.1:${port}/callback`, { waitUntil: 'commit' });
    // The renderer is requested by the entry script alone, so the entry script has run.
    const html = await (await page.request.get(`${origin}/callback`)).text();
    const drawing = async () => {
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      const scripts = loaded.map((name) => new URL(name)).filter(isLaterScript);
      return scripts.filter(({ pathname }) => !html.includes(pathname)).length;
    };
    await expect.poll(drawing).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    sendRest();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
