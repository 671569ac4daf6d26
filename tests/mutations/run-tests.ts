import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserReport, browserEnds } from './browser-report.ts';
import { type CommandEnd, runNode } from './command.ts';
import { patternOf } from './test-titles.ts';
import type { Proof, TestEnd } from './types.ts';

const VITEST = 'node_modules/vitest/vitest.mjs';
const VITE = 'node_modules/vite/bin/vite.js';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** Longest run of some tests, in ms. */
const UNIT_LIMIT_MS = 180_000;
const BUILD_LIMIT_MS = 180_000;
const BROWSER_LIMIT_MS = 600_000;

/** Signals that tests could not be run to an end at all. */
export class BrokenRunError extends Error {
  override readonly name = 'BrokenRunError';
}

/** Whether a browser, and with it a build, is needed. */
export function needsBrowser({ test }: Proof): boolean {
  return test.startsWith('e2e/');
}

/**
 * Runs the tests of some proofs in a copy of the project, all of unit tests or all of browser tests.
 *
 * @throws BrokenRunError where the build fails, a file does not load, or it takes too long.
 */
export async function runTests(
  root: string,
  proofs: readonly Proof[],
): Promise<readonly TestEnd[]> {
  const report = join(root, 'mutation-report.json');
  rmSync(report, { force: true });
  const files = [...new Set(proofs.map(({ test }) => test))];
  const titles = [...new Set(proofs.map(({ title }) => patternOf(title)))].join('|');
  const isBrowser = proofs.some(needsBrowser);
  const run = isBrowser ? runPlaywright : runVitest;
  const end = await run(root, files, titles, report);
  if (end.isLate || !existsSync(report)) throw brokenRun(end);
  const parsed: unknown = JSON.parse(readFileSync(report, 'utf8'));
  return isBrowser ? endsInBrowser(parsed) : endsOfUnits(parsed);
}

function runVitest(root: string, files: readonly string[], titles: string, report: string) {
  const options = ['-t', titles, '--reporter=./tests/mutations/unit-reporter.ts'];
  return runNode(root, [VITEST, 'run', ...files, ...options], UNIT_LIMIT_MS, {
    MUTATION_REPORT: report,
  });
}

async function runPlaywright(
  root: string,
  files: readonly string[],
  titles: string,
  report: string,
): Promise<CommandEnd> {
  const build = await runNode(root, [VITE, 'build', '--logLevel', 'error'], BUILD_LIMIT_MS);
  if (build.code !== 0) throw brokenRun(build);
  const options = ['--workers=1', '--retries=0', '--reporter=json', '-g', titles];
  const config = ['-c', 'tests/playwright.config.ts'];
  // Without CI a server that runs already would be asked, which serves another build.
  const environment = { CI: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = [PLAYWRIGHT, 'test', ...config, ...files, ...options];
  return runNode(root, args, BROWSER_LIMIT_MS, environment);
}

function endsOfUnits(report: unknown): readonly TestEnd[] {
  // As the reporter beside this file writes it.
  const { ends, broken } = report as { ends: readonly TestEnd[]; broken: readonly string[] };
  if (broken[0] !== undefined) throw new BrokenRunError(broken[0]);
  return ends;
}

function endsInBrowser(report: unknown): readonly TestEnd[] {
  // The format is Playwright's own, and fixed with its version in the lock file.
  const written = report as BrowserReport;
  const [broken] = written.errors ?? [];
  if (broken) throw new BrokenRunError(broken.message ?? 'Playwright could not run');
  return browserEnds(written);
}

function brokenRun({ isLate, output }: CommandEnd): BrokenRunError {
  const tail = output.trim().split('\n').slice(-15).join('\n');
  return new BrokenRunError(isLate ? 'took too long' : tail);
}
