import puppeteer, { type ElementHandle, type KeyInput, type Page } from 'puppeteer-core';
import { findFirefox } from '../support/find-engines.ts';
import type { Engine, EngineBrowser, Key, TabDriver } from './engine.ts';
import { makeFolder } from './leftovers.ts';

/** Firefox in headless mode, over WebDriver BiDi. */
export const firefox: Engine = {
  name: 'firefox',
  isInstalled: () => findFirefox() !== undefined,
  start,
};

async function start(proxyPort: number): Promise<EngineBrowser> {
  const home = makeFolder();
  const downloads = makeFolder();
  const profile = makeFolder();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? 'firefox',
    userDataDir: profile.thing,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--width=1280', '--height=900'],
    // As root, Firefox does not start in another user's home folder.
    env: { ...process.env, HOME: home.thing },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.allow_hijacking_localhost': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads.thing,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  const version = (await browser.version()).replace('firefox/', '');

  return {
    name: `firefox ${version}`,
    downloads: downloads.thing,
    async newTab(complain) {
      // A window of its own, because a tab in the background draws nothing.
      const page = await browser.newPage({ type: 'window' });
      page.on('console', (message) => {
        const type = message.type();
        if (type === 'error' || type === 'warn') complain(`console ${type}: ${message.text()}`);
      });
      page.on('pageerror', (error) => {
        complain(`uncaught: ${error instanceof Error ? error.message : String(error)}`);
      });
      await page.evaluateOnNewDocument(reportPolicy);
      return makeDriver(page);
    },
    async close() {
      await browser.close();
      for (const each of [profile, downloads, home]) each.remove();
    },
  };
}

function makeDriver(page: Page): TabDriver {
  return {
    async goTo(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    run: (expression) => page.evaluate(expression),
    async clickOn(expression) {
      const handle = await page.evaluateHandle(expression);
      const element = handle.asElement() as ElementHandle<Element> | null;
      await element?.click();
      await handle.dispose();
    },
    // Every key here has a name that Puppeteer knows, or is a character.
    press: (key: Key) => page.keyboard.press(key as KeyInput),
    close: () => page.close(),
  };
}

/** Runs within the page, before its scripts. */
function reportPolicy(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`policy: ${effectiveDirective} refused ${blockedURI}`);
  });
}
