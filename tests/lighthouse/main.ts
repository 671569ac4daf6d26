import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { QUIET_FLAGS } from '../support/browser-flags.ts';
import { PROJECT } from '../support/build-site.ts';
import { findBrowser } from '../support/find-browser.ts';
import { startPagesHost } from '../support/pages-host.ts';
import { judge } from './judge.ts';
import { JUDGED_PAGES } from './pages.ts';
import { printScores } from './scores.ts';

/** Lets Lighthouse judge the build as a static host serves it, prints the scores, and gives the exit code. */
export async function main(commandLine: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      runs: { type: 'string', default: '5' },
      dist: { type: 'string', default: `${PROJECT}dist` },
    },
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    console.error('No browser: run node tests/run.mjs browsers first.');
    return 1;
  }
  const host = await startPagesHost(values.dist, '/');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({ executablePath, args: [...QUIET_FLAGS, ...sandbox] });
  try {
    const judged = [];
    for (const page of JUDGED_PAGES) {
      const results = await judge(browser, host.url, page, Number(values.runs));
      judged.push({ name: page.name, results });
    }
    return printScores(judged) ? 0 : 1;
  } finally {
    await browser.close();
    await host.close();
  }
}
