import { createServer } from 'node:net';
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const HOST = '127.0.0.1';

/** Slashes at both ends, however the path was given: the redirect URI is this path and `callback`. */
const BASE = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/{2,}/g, '/');

/** Fixed, because the redirect URI registered at Spotify contains it. */
const PORT = 8888;

/**
 * Addresses that get an HTML file of their own, so that static hosts answer them with 200; with the
 * lazy modules that each needs at once, so that they load beside the first script and not after it.
 */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  index: ['src/page.tsx', 'src/views/welcome.tsx'],
  // What draws loads while the token request is under way, which everything else waits for.
  callback: ['src/oauth/token.ts'],
  login: ['src/page.tsx', 'src/views/welcome.tsx'],
  playlists: ['src/page.tsx', 'src/views/playlists.tsx', 'src/storage/snapshot-records.ts'],
  liked: ['src/page.tsx', 'src/views/liked-songs.tsx', 'src/storage/snapshot-records.ts'],
  flow: ['src/page.tsx', 'src/views/flow.tsx'],
  'demo/authorize': ['src/page.tsx'],
  '404': ['src/page.tsx'],
};

/** Solid, the frame, and the parts of several pages: one file compresses better than many. */
const FRAME =
  /node_modules[\\/](solid-js|@solidjs|simple-icons)|src[\\/]((app|routes)|state[\\/](services|client-id)|ui[\\/](copy-button|error-notice|page-heading|page-link)|views[\\/](frame|spotify-mark))\.tsx?$/;

/** What it takes to begin a login, and to say why one did not go through. */
const LOGIN =
  /src[\\/](scopes|views[\\/](begin-login|login-error|login-form|obstacle-text|set-up-steps))\.tsx?$/;

/** What every table of the library needs, and no other page. */
const LIBRARY =
  /src[\\/](library[\\/](columns|playlist-columns|sort)|spotify[\\/](a-few-at-a-time|addresses|errors|http|images|limits|pace|paging|playlists|share-requests|waiting-room|wire)|state[\\/](collection|gathered-pages|login-facts|spotify|table-\w+)|storage[\\/]snapshots|ui[\\/](column-header|column-width|cover|data-table|loading-bar|optional|row-focus|rows-in-view|search-box)|views[\\/](library-table|list-status|load-problem|notices|playlist-cells|playlists(?=\.css)|require-login|shown-number|spotify-link))\.(tsx?|css)$/;

/** Everything the page may load or reach; what is not listed is refused. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://*.scdn.co https://*.spotifycdn.com",
  'connect-src https://accounts.spotify.com https://api.spotify.com',
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types solid-template',
].join('; ');

/** Puts the policy directly after the character set: what stands before it is not covered. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const charset = '<meta charset="utf-8" />';
        if (!html.includes(charset)) throw new Error('index.html names no character set');
        const policy = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`;
        return html.replace(charset, `${charset}\n    ${policy}`);
      },
    },
  };
}

/** Sends the one place where Solid turns its own templates into elements through a named policy. */
function trustedTemplates(): Plugin {
  return {
    name: 'trusted-templates',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/solid-js[\\/]web[\\/]dist[\\/]web\.js/.test(id)) return;
      const parts = code.split('t.innerHTML = html;');
      // Fails the build rather than the page, should Solid ever write templates another way.
      if (parts.length !== 2) this.error('Solid makes its templates differently now');
      const policy =
        'const trusted = globalThis.trustedTypes?.createPolicy("solid-template", { createHTML: (html) => html }) ?? { createHTML: (html) => html };\n';
      return { code: policy + parts.join('t.innerHTML = trusted.createHTML(html);'), map: null };
    },
  };
}

/**
 * Tells Solid at build time that no page ever comes from a server, so that the code which takes over
 * such pages is left out.
 */
function neverHydrated(): Plugin {
  const state = /(?<!delete )\bsharedConfig\.(?:context|registry|effects|events)\b(?!\s*=[^=])/g;
  return {
    name: 'never-hydrated',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/node_modules[\\/](solid-js|@solidjs)[\\/]/.test(id) || !state.test(code)) return;
      const unhydrated = code.replace(state, '(undefined)');
      return { code: unhydrated.replace(/\bisHydrating\(\w+\)(?! \{)/g, 'false'), map: null };
    },
  };
}

/** Takes the router's form actions out of the build: no form here is sent anywhere. */
function withoutActions(): Plugin {
  const listening = /document\.(?:add|remove)EventListener\("submit", handleFormSubmit\);/g;
  return {
    name: 'without-actions',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/@solidjs[\\/]router[\\/]dist[\\/]/.test(id) || !code.includes('handleFormSubmit'))
        return;
      // Fails the build rather than the page, should the router ever do it another way.
      if (code.match(listening)?.length !== 2) this.error('the router listens differently now');
      return { code: code.replace(listening, ''), map: null };
    },
  };
}

/**
 * Loads a lazy part with its style sheets, in a third of the bytes that Vite's own loader takes: no
 * scripts are preloaded here. A part that does not load is told as Vite tells it.
 */
function smallLoader(): Plugin {
  let base = '/';
  return {
    name: 'small-loader',
    enforce: 'pre',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    load(id) {
      if (id !== '\0vite/preload-helper.js') return;
      return `const styles = {};
        function add(file) {
          const href = ${JSON.stringify(base)} + file;
          if (document.querySelector('link[rel=stylesheet][href="' + href + '"]')) return;
          return styles[file] ??= new Promise((resolve, reject) => {
            const link = document.createElement('link');
            link.rel = 'stylesheet';
            link.crossOrigin = '';
            link.href = href;
            link.onload = resolve;
            link.onerror = () => {
              link.remove();
              styles[file] = undefined;
              reject(Error(file));
            };
            document.head.append(link);
          });
        }
        export const __vitePreload = async (load, files) => {
          try {
            await Promise.all((files ?? []).map(add));
            return await load();
          } catch (error) {
            const event = new Event('vite:preloadError', { cancelable: true });
            event.payload = error;
            dispatchEvent(event);
            if (!event.defaultPrevented) throw error;
          }
        };`;
    },
  };
}

/** Takes off what Vite puts around an import so that it can see which exports are used: by now it has seen. */
function withoutDetours(code: string): string {
  return code
    .replace(
      /async ?\(\) ?=> ?\{\s*(?:const|let) ?\{[^{}]*\} ?= ?await \(?(import\([^()]+\))\)?;?\s*return ?\{[^{}]*\};?\s*\}/g,
      '()=>$1',
    )
    .replace(/(import\([^()]+\)), ?\[\](?=\))/g, '$1');
}

/** Goes over the minified code once more: what one minifier leaves, another finds, here 2 % of all bytes. */
function minifyAgain(): Plugin {
  return {
    name: 'minify-again',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        // What only the demo loads is large, and nobody waits for it.
        if (chunk.type !== 'chunk' || chunk.name === 'start-demo') continue;
        const { code } = await minify(withoutDetours(chunk.code), {
          module: true,
          ecma: 2020,
          compress: { passes: 3, keep_fargs: false },
        });
        if (code) chunk.code = code;
      }
    },
  };
}

/** Writes the page under every fixed address, with links to what that address needs. */
function staticPages(): Plugin {
  let base = '/';
  return {
    name: 'static-pages',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      base = config.base;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('the build made no index.html');
        const html = String(page.source);
        for (const [name, modules] of Object.entries(PAGES)) {
          const links = [...filesOf(bundle, modules)]
            .filter((file) => !html.includes(file))
            .map((file) =>
              file.endsWith('.css')
                ? `<link rel="stylesheet" crossorigin href="${base}${file}">`
                : `<link rel="modulepreload" crossorigin href="${base}${file}">`,
            );
          const source = html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`);
          if (name === 'index') page.source = source;
          else this.emitFile({ type: 'asset', fileName: `${name}.html`, source });
        }
      },
    },
  };
}

/** The chunks of some modules, with all that they import and their style sheets. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  function add(fileName: string): void {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || files.has(fileName)) return;
    files.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    chunk.imports.forEach(add);
  }
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk' || !chunk.isDynamicEntry) continue;
    if (modules.some((module) => chunk.facadeModuleId?.endsWith(`/${module}`))) add(chunk.fileName);
  }
  return files;
}

/** Stops in one sentence where the port is taken, before anything is served. */
function portCheck(): Plugin {
  const isFree = () =>
    new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
    });
  return {
    name: 'port-check',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    async config({ server, preview }, { isPreview }) {
      const { port = PORT } = (isPreview ? preview : server) ?? {};
      if (port !== PORT || (await isFree())) return;
      process.stderr.write(
        `Port ${PORT} on ${HOST} is taken, and Liner Notes needs exactly this one because the redirect URI registered at Spotify contains it: stop the other program and start again.\n`,
      );
      process.exit(1);
    },
  };
}

export default defineConfig({
  base: BASE,
  plugins: [
    portCheck(),
    trustedTemplates(),
    neverHydrated(),
    withoutActions(),
    smallLoader(),
    solid(),
    contentSecurityPolicy(),
    minifyAgain(),
    staticPages(),
  ],
  server: { host: HOST, port: PORT, strictPort: true },
  preview: { host: HOST, port: PORT, strictPort: true },
  build: {
    target: 'es2022',
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
          groups: [
            { name: 'frame', test: FRAME },
            { name: 'oauth4webapi', test: /node_modules[\\/]oauth4webapi/ },
            { name: 'login', test: LOGIN },
            { name: 'library', test: LIBRARY },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/support/unit/setup.ts'],
  },
});
