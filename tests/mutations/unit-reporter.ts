import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';
import type { TestEnd } from './types.ts';

/**
 * Writes how each test ended to the file that MUTATION_REPORT names. Vitest's own JSON tells only
 * the words of an error, and not whether an expectation threw it.
 */
export default class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const broken = [...modules.flatMap((module) => module.errors()), ...unhandled];
    const ends = modules.flatMap((module) => [...module.children.allTests()]).flatMap(endOf);
    const report = { ends, broken: broken.map(({ message }) => message) };
    writeFileSync(process.env['MUTATION_REPORT'] ?? '', JSON.stringify(report));
  }
}

function endOf(test: ReturnType<TestModule['children']['at']>): TestEnd[] {
  if (test?.type !== 'test') return [];
  const { state, errors = [] } = test.result();
  if (state === 'passed') return [{ title: test.name, end: 'passed', message: '' }];
  const [error] = errors;
  if (state !== 'failed' || !error) return [];
  // A property that fails tells of the expectation in it as its cause.
  const isAssertion = [error, error.cause].some((one) => Object(one).name === 'AssertionError');
  const end = isAssertion ? 'assertion' : 'other';
  return [{ title: test.name, end, message: `${error.name}: ${error.message}` }];
}
