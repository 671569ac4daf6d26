import { afterEach, beforeEach, expect, vi } from 'vitest';

// Outside of browsers oauth4webapi sends a User-Agent header, as decided when the module loads; this app only runs in
// browsers.
vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0' });
await import('oauth4webapi');
vi.unstubAllGlobals();

/** Console output of the code under test; there must be none. */
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
