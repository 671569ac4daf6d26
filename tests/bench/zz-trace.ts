import { chromium } from '@playwright/test';
import { QUIET_FLAGS, resolvingTo } from '../support/browser-flags.ts';
import { CLIENT_ID } from '../support/client-id.ts';
import { findBrowser } from '../support/find-browser.ts';
import { startPagesHost } from '../support/pages-host.ts';
import { startBenchSpotify } from './bench-spotify.ts';
export async function main() {
  const spotify = await startBenchSpotify();
  const app = await startPagesHost('/work/main/dist', '/');
  const s: any = spotify;
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...QUIET_FLAGS, '--no-sandbox', ...(resolvingTo as any)(s.port ?? s.server?.port)],
  });
  for (let i = 0; i < 4; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(app.url, { waitUntil: 'networkidle' });
    await page.getByRole('textbox', { name: 'Client ID' }).fill(CLIENT_ID);
    await page.getByRole('button', { name: 'Log in with Spotify' }).click();
    await page.waitForURL('https://accounts.spotify.com/authorize?*');
    const asked = new URL(page.url()).searchParams;
    await context.addInitScript(() => {
      const mark = (n: string) => performance.mark(n);
      const of = window.fetch;
      window.fetch = (...a: any) => {
        mark('fetch ' + String(a[0]).slice(0, 60));
        return (of as any)(...a).then((r: any) => {
          mark('answer ' + String(a[0]).slice(0, 60));
          return r;
        });
      };
      const oo = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...a: any) {
        mark('idb open');
        const r = (oo as any).apply(this, a);
        r.addEventListener('success', () => mark('idb opened'));
        return r;
      };
      const tx = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (...a: any) {
        mark('tx ' + a[1]);
        const t = (tx as any).apply(this, a);
        t.addEventListener('complete', () => mark('tx done ' + a[1]));
        return t;
      };
      const rs = history.replaceState;
      history.replaceState = function (...a: any) {
        mark('replaceState ' + a[2]);
        return (rs as any).apply(this, a);
      };
      const obs = new MutationObserver(() => {
        if (
          document.querySelector('#app')?.firstElementChild &&
          !performance.getEntriesByName('rendered').length
        )
          mark('rendered');
        if (document.querySelector('tbody tr')) {
          mark('ROWS');
          obs.disconnect();
        }
      });
      obs.observe(document, { subtree: true, childList: true });
    });
    spotify.reset(100);
    await page.goto(
      `${asked.get('redirect_uri')}?${new URLSearchParams({ code: 'c', state: asked.get('state') ?? '' })}`,
      { waitUntil: 'commit' },
    );
    await page.waitForFunction(() => performance.getEntriesByName('ROWS').length > 0);
    if (i === 0) {
      await context.close();
      continue;
    }
    const t = await page.evaluate(() =>
      [
        ...performance.getEntriesByType('mark').map((m) => [Math.round(m.startTime), m.name]),
        ...performance
          .getEntriesByType('resource')
          .map((r: any) => [
            Math.round(r.startTime),
            'res ' + r.name.split('/').pop().slice(0, 30) + ' -> ' + Math.round(r.responseEnd),
          ]),
        ...performance
          .getEntriesByType('navigation')
          .map((n: any) => [
            Math.round(n.responseEnd),
            'nav responseEnd; dcl ' + Math.round(n.domContentLoadedEventStart),
          ]),
        ...performance.getEntriesByType('paint').map((p) => [Math.round(p.startTime), p.name]),
      ].sort((a: any, b: any) => a[0] - b[0]),
    );
    console.log('\nrun', i);
    for (const [a, b] of t) console.log(String(a).padStart(5), b);
    await context.close();
  }
  await browser.close();
  await app.close();
  await spotify.close();
  return 0;
}
