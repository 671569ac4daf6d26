import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { withPolicy } from './policy.ts';

/** Solid and the frame around every page. */
const SHELL = 'src/app/app.tsx';

/**
 * Addresses that get an HTML file of their own, so that static hosts answer them with 200; with the
 * lazy modules that each needs at once, so that they load beside the first script and not after it.
 */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  index: [SHELL, 'src/features/login/welcome.tsx'],
  callback: ['src/oauth/token.ts'],
  login: [SHELL, 'src/features/login/welcome.tsx'],
  playlists: [SHELL, 'src/features/playlists/playlists.tsx'],
  liked: [SHELL, 'src/features/tracks/liked-songs.tsx'],
  flow: [SHELL, 'src/features/flow/view/flow.tsx'],
  privacy: [SHELL, 'src/app/privacy.tsx'],
  'demo/authorize': [SHELL],
  '404': [SHELL],
};

/**
 * Writes the page under every fixed address, with links to what that address needs, and with its
 * policy. Comes last, since the policy holds hashes of what the page contains.
 *
 * @param origin where the site is served; empty where unknown.
 */
export function staticPages(origin: string): Plugin {
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
            .map((file) => linkTo(base, file));
          const linked = html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`);
          const source = withPolicy(linked, { origin, basePath: base });
          if (name === 'index') page.source = source;
          else this.emitFile({ type: 'asset', fileName: `${name}.html`, source });
        }
      },
    },
  };
}

function linkTo(base: string, file: string): string {
  const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
  return `<link rel="${rel}" crossorigin href="${base}${file}">`;
}

/** The chunks of some modules, with all that they import and their style sheets. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  function add(fileName: string): void {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || files.has(fileName)) return;
    files.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    // Some are listed that the finished code does without.
    chunk.imports.filter((file) => chunk.code.includes(basename(file))).forEach(add);
  }
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    if (chunk.moduleIds.some((id) => modules.some((module) => id.endsWith(`/${module}`))))
      add(chunk.fileName);
  }
  return files;
}

/**
 * Names the chunk of a module: all that the first script imports is one, what the shell needs beside it
 * another. Without them every set of pages that shares a module gets a chunk for it.
 */
export function chunkOf(): Rolldown.CodeSplittingNameFunction {
  const isOfStart = reachedFrom(({ isEntry }) => isEntry);
  const isOfShell = reachedFrom(({ id }) => id.endsWith(`/${SHELL}`));
  return (id, context) => {
    if (isOfStart(id, context)) return 'index';
    return isOfShell(id, context) ? 'app' : undefined;
  };
}

/** Whether static imports lead to a module from one that is a root. */
function reachedFrom(isRoot: (module: Rolldown.ModuleInfo) => boolean) {
  const known = new Map<string, boolean>();
  return function isReached(id: string, context: Rolldown.ChunkingContext): boolean {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // Also ends circles.
    known.set(id, false);
    const module = context.getModuleInfo(id);
    const isFound =
      module !== null &&
      (isRoot(module) || module.importers.some((importer) => isReached(importer, context)));
    known.set(id, isFound);
    return isFound;
  };
}
