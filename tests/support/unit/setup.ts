import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What the code under test has written to the console; nobody reads it there, so there must be nothing. */
const complaints: unknown[][] = [];

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      complaints.push(words);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints.splice(0), 'errors and warnings on the console').toEqual([]);
});
