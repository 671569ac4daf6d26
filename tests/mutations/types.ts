/** One change of the text of one file. */
export interface Edit {
  /** Path from the root of the project. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** One test that has to notice a mutation. */
export interface Proof {
  /** Path from `tests`; the folder tells whether Vitest (`unit`) or Playwright (`e2e`) runs it. */
  readonly test: string;
  /** The title as the test file writes it, placeholders included. */
  readonly title: string;
  /** What the finished title holds in one case of a test that has several. */
  readonly case?: string;
  /** Rows of CONFORMANCE.md that the test then proves. */
  readonly rows: readonly string[];
}

/** One fault that is put into the code, and the tests that have to fail under it. */
export interface Mutation {
  readonly id: string;
  /** The fault, in words. */
  readonly fault: string;
  readonly edits: readonly Edit[];
  readonly fails: readonly Proof[];
}

/** The end of one test, in one of its cases. */
export interface TestEnd {
  /** As the test runner shows it, without the groups around it. */
  readonly title: string;
  /** `assertion` where an expectation failed, `other` where anything else did. */
  readonly end: 'passed' | 'assertion' | 'other';
  /** The first line of what went wrong; empty where nothing did. */
  readonly message: string;
}
