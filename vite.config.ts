import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { ABOUT } from './.build/about.ts';
import { BROWSERS } from './.build/browsers.ts';
import { compileEagerly } from './.build/compile-eagerly.ts';
import { smallLoader } from './.build/loader.ts';
import { minifyAgain } from './.build/minify-again.ts';
import { ownNamespaces } from './.build/own-namespaces.ts';
import { staticPages } from './.build/pages.ts';
import { PARTS } from './.build/parts.ts';
import { HOST, PORT, portCheck } from './.build/port.ts';
import { retireWorkers } from './.build/retire-workers.ts';
import { neverHydrated, trustedTemplates, withoutActions } from './.build/solid.ts';

/** Slashes at both ends, however the path was given: the redirect URI is this path and `callback`. */
const BASE = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/{2,}/g, '/');

/** Scheme and host that the site is served from, where the deployment knows them; see the policy. */
const ORIGIN = process.env['SITE_ORIGIN'] ?? '';

export default defineConfig({
  base: BASE,
  define: ABOUT,
  plugins: [
    portCheck(),
    retireWorkers(),
    trustedTemplates(),
    neverHydrated(),
    withoutActions(),
    smallLoader(),
    solid(),
    ownNamespaces(),
    minifyAgain(),
    compileEagerly(),
    staticPages(ORIGIN),
  ],
  server: { host: HOST, port: PORT, strictPort: true },
  preview: { host: HOST, port: PORT, strictPort: true },
  build: {
    target: Object.entries(BROWSERS).map(([browser, version]) => browser + version),
    // Pages name what they need at once; a list of all parts in the first file would be longer than they.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: PARTS,
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
  },
});
