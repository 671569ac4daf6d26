import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandEnd, runNode } from './command.ts';
import { patternOf } from './test-titles.ts';
import type { Proof, TestEnd } from './types.ts';

const VITEST = 'node_modules/vitest/vitest.mjs';
const VITE = 'node_modules/vite/bin/vite.js';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const REPORT = 'mutation-report.json';

/** Longest run of some tests, in ms. */
const UNIT_LIMIT_MS = 180_000;
const BUILD_LIMIT_MS = 180_000;
const BROWSER_LIMIT_MS = 300_000;

/** Colours, which Playwright writes into its messages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const COLOUR = /\u001b\[[\d;]*m/g;

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
  const report = join(root, REPORT);
  rmSync(report, { force: true });
  const files = [...new Set(proofs.map(({ test }) => test))];
  const titles = [...new Set(proofs.map(({ title }) => patternOf(title)))].join('|');
  const isBrowser = proofs.some(needsBrowser);
  const end = isBrowser
    ? await runPlaywright(root, files, titles, report)
    : await runNode(
        root,
        [VITEST, 'run', ...files, '-t', titles, '--reporter=json', `--outputFile=${report}`],
        UNIT_LIMIT_MS,
      );
  if (end.isLate || !existsSync(report)) throw brokenRun(end);
  const parsed: unknown = JSON.parse(readFileSync(report, 'utf8'));
  return isBrowser ? playwrightEnds(parsed) : vitestEnds(parsed);
}

async function runPlaywright(root: string, files: string[], titles: string, report: string) {
  const build = await runNode(root, [VITE, 'build', '--logLevel', 'error'], BUILD_LIMIT_MS);
  if (build.code !== 0) throw brokenRun(build);
  const options = ['--workers=1', '--retries=0', '--reporter=json', '-g', titles];
  return runNode(
    root,
    [PLAYWRIGHT, 'test', '-c', 'tests/playwright.config.ts', ...files, ...options],
    BROWSER_LIMIT_MS,
    // Else a server that runs already would be asked, which serves another build.
    { CI: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
}

function brokenRun({ isLate, output }: CommandEnd): BrokenRunError {
  const tail = output.trim().split('\n').slice(-15).join('\n');
  return new BrokenRunError(isLate ? 'took too long' : tail);
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function vitestEnds(report: unknown): readonly TestEnd[] {
  // The format is Vitest's own, and fixed with its version in the lock file.
  const { testResults } = report as VitestReport;
  return testResults.flatMap(({ message, assertionResults }) => {
    if (assertionResults.length === 0) throw new BrokenRunError(message);
    return assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ title, status, failureMessages: [failure = ''] }) => {
        const end =
          status === 'failed' && !failure.startsWith('AssertionError') ? 'other' : 'assertion';
        return { title, end: status === 'passed' ? 'passed' : end, message: firstLine(failure) };
      });
  });
}

/** The part of Playwright's JSON report that is read here. */
interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly {
        readonly status: string;
        readonly errors: readonly { readonly message?: string }[];
      }[];
    }[];
  }[];
  readonly errors?: readonly { readonly message?: string }[];
}

function playwrightEnds(report: unknown): readonly TestEnd[] {
  // The format is Playwright's own, and fixed with its version in the lock file.
  const { suites = [], errors = [] } = report as PlaywrightSuite;
  const [broken] = errors;
  if (broken) throw new BrokenRunError(broken.message ?? 'Playwright could not run');
  return suites.flatMap(specsOf).flatMap(({ title, tests }) =>
    tests.flatMap(({ results }) =>
      results.map(({ status, errors: [error] }) => {
        const message = (error?.message ?? '').replace(COLOUR, '');
        const isAssertion = status === 'failed' && /\bexpect(\.\w+)?\(/.test(message);
        const end = isAssertion ? 'assertion' : 'other';
        return { title, end: status === 'passed' ? 'passed' : end, message: firstLine(message) };
      }),
    ),
  );
}

function specsOf({
  suites = [],
  specs = [],
}: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> {
  return [...specs, ...suites.flatMap(specsOf)];
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
