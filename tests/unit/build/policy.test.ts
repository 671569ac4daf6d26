import { expect, test } from 'vitest';
import { withPolicy } from '../../../.build/policy.ts';

const PAGE = '<head><meta charset="utf-8" /><script>start()</script></head>';
const SITE = { origin: '', basePath: '/liner/' };

test('[row 49] scripts come from the own origin, or from this deployment’s folder where the origin is known', () => {
  expect(withPolicy(PAGE, SITE)).toContain("script-src 'self' 'sha256-");
  expect(withPolicy(PAGE, { ...SITE, origin: 'https://owner.github.io' })).toContain(
    "script-src https://owner.github.io/liner/assets/ 'sha256-",
  );
});

test.each([
  'owner.github.io',
  'https://owner.github.io/',
  'https://owner.github.io/liner',
  "'self'",
])('[row 49] a build that is told the origin %j stops', (origin) => {
  expect(() => withPolicy(PAGE, { ...SITE, origin })).toThrow('SITE_ORIGIN');
});

test('[row 46] a page without a character set stops the build, since the policy stands after it', () => {
  expect(() => withPolicy('<head></head>', SITE)).toThrow('character set');
});
