import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { anySignal } from '../../../src/clock.ts';

/** As before Safari 17.4: an `AbortSignal` that knows no `any`. */
class OldAbortSignal {}

describe.each([
  ['of the browser', AbortSignal],
  ['of our own', OldAbortSignal],
])('one signal for several, %s,', (_, AbortSignalClass) => {
  beforeEach(() => {
    vi.stubGlobal('AbortSignal', AbortSignalClass);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('aborts with the first of them, with its reason, and once', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const either = anySignal([one.signal, other.signal]);
    const aborts: unknown[] = [];
    either.addEventListener('abort', () => aborts.push(either.reason));
    expect(either.aborted).toBe(false);
    other.abort('other');
    one.abort('one');
    expect(either.aborted).toBe(true);
    expect(aborts).toEqual(['other']);
  });

  test('is aborted from the beginning where one of them is', () => {
    const late = new AbortController();
    const either = anySignal([late.signal, abortedWith('gone'), abortedWith('too late')]);
    expect(either.aborted).toBe(true);
    late.abort('late');
    expect(either.reason).toBe('gone');
  });
});

function abortedWith(reason: string): AbortSignal {
  const controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
}
