import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { ABOUT, BROWSERS } from './.build/about.ts';
import { headers } from './.build/headers.ts';
import { ICONS, icons } from './.build/icons.ts';
import { compileHints, sharedChunks, staticPages } from './.build/pages.ts';
import { HOST, PORT, portCheck, retireWorkers } from './.build/port.ts';
import { securityTxt } from './.build/security-txt.ts';

/** Slashes at both ends, however the path was given: the redirect URI is this path and `callback`. */
const BASE = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/{2,}/g, '/');

/** Scheme and host that the site is served from, where the deployment knows them; see the policy. */
const ORIGIN = process.env['SITE_ORIGIN'] ?? '';

/** Where vulnerabilities are reported, where the deployment knows it. */
const CONTACT = process.env['SECURITY_CONTACT'] ?? '';

export default defineConfig({
  base: BASE,
  define: { ...ABOUT, ...ICONS },
  plugins: [
    portCheck(),
    retireWorkers(),
    solid(),
    icons(),
    compileHints(),
    staticPages(ORIGIN),
    headers(),
    securityTxt(CONTACT),
  ],
  server: { host: HOST, port: PORT, strictPort: true },
  preview: { host: HOST, port: PORT, strictPort: true },
  build: {
    target: Object.entries(BROWSERS).map(([browser, version]) => browser + version),
    // Each page names what it needs at once; see `.build/pages.ts`.
    modulePreload: {
      polyfill: false,
      // Only style sheets: each page names its scripts in its HTML, and their hashed names compress badly.
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    // Without these every set of pages that share a module gets a chunk of its own for it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: sharedChunks() }],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/support/unit/setup.ts'],
    // Each test makes its own world, so that files need none of their own; that is three times as fast.
    isolate: false,
    maxWorkers: '100%',
    // No test depends on the speed of the computer; this ends one that hangs.
    testTimeout: 60_000,
  },
});
