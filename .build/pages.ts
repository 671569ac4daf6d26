import type { Plugin, Rolldown } from 'vite';
import { sealer } from './seal.ts';

/**
 * Addresses that get an HTML file of their own, so that static hosts answer them with 200; with the
 * lazy modules that each needs at once, so that they load beside the first script and not after it.
 */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  index: ['src/page.tsx', 'src/views/welcome.tsx'],
  callback: ['src/oauth/token.ts'],
  login: ['src/page.tsx', 'src/views/welcome.tsx'],
  playlists: ['src/page.tsx', 'src/views/playlists.tsx', 'src/storage/snapshot-records.ts'],
  liked: ['src/page.tsx', 'src/views/liked-songs.tsx', 'src/storage/snapshot-records.ts'],
  flow: ['src/page.tsx', 'src/views/flow.tsx'],
  privacy: ['src/page.tsx', 'src/views/privacy.tsx'],
  'demo/authorize': ['src/page.tsx'],
  '404': ['src/page.tsx'],
};

/**
 * Lazy modules that an address needs a little later: they must be there by then, and in nobody's way.
 * Their style sheets wait for them, since a script waits for every style sheet before it.
 */
const SOON: Readonly<Record<string, readonly string[]>> = {
  // What draws, while the token request is under way, which everything else waits for.
  callback: ['src/page.tsx', 'src/views/callback.tsx', 'src/views/playlists.tsx'],
};

/**
 * Writes the page under every fixed address, with links to what that address needs, and seals each.
 * Comes last, since what it seals must not change any more.
 */
export function staticPages(): Plugin {
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
        const isNew = (file: string) => !html.includes(file);
        const seal = sealer(bundle, base);
        for (const [name, modules] of Object.entries(PAGES)) {
          const now = [...filesOf(bundle, modules)].filter(isNew);
          const soon = [...filesOf(bundle, SOON[name] ?? [])].filter(
            (file) => isNew(file) && file.endsWith('.js') && !now.includes(file),
          );
          const links = [
            ...now.map((file) => linkTo(base, file)),
            ...soon.map((file) => linkTo(base, file, ' fetchpriority="low"')),
          ];
          const source = seal(html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`));
          if (name === 'index') page.source = source;
          else this.emitFile({ type: 'asset', fileName: `${name}.html`, source });
        }
      },
    },
  };
}

function linkTo(base: string, file: string, priority = ''): string {
  const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
  return `<link rel="${rel}" crossorigin href="${base}${file}"${priority}>`;
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
