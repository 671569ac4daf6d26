import type { TestEnd } from './types.ts';

/** Colours, which Playwright writes into its messages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const COLOUR = /\u001b\[[\d;]*m/g;

/** The part of Playwright's JSON report that is read here. */
export interface BrowserReport {
  readonly suites?: readonly BrowserReport[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly {
        readonly status: string;
        readonly errors: readonly { readonly message?: string }[];
      }[];
    }[];
  }[];
  /** What kept Playwright from running tests at all. */
  readonly errors?: readonly { readonly message?: string }[];
}

/** Reads how each test ended. */
export function browserEnds({ suites = [], specs = [] }: BrowserReport): readonly TestEnd[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.flatMap(({ results }) =>
      results.map(({ status, errors: [error] }): TestEnd => {
        const message = (error?.message ?? '').replace(COLOUR, '');
        const isAssertion = status === 'failed' && /\bexpect(\.\w+)?\(/.test(message);
        const end = isAssertion ? 'assertion' : 'other';
        return { title, end: status === 'passed' ? 'passed' : end, message };
      }),
    ),
  );
  return [...own, ...suites.flatMap(browserEnds)];
}
