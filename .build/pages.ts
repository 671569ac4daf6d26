import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { withPolicy } from './policy.ts';

/** Solid, and the frame of every page. */
const SHELL = 'src/app/app.tsx';
const WELCOME = 'src/features/login/welcome.tsx';
const CALLBACK = 'src/features/login/callback.tsx';
const PLAYLISTS = 'src/features/playlists/playlists.tsx';
const SAVED = 'src/features/saved/saved.tsx';
const FLOW = 'src/features/flow/view/flow.tsx';

/**
 * Fixed routes, each with an HTML file of its own, so that static hosts answer 200; with the lazy modules of each
 * page, which are preloaded beside the first script.
 */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  index: [SHELL, WELCOME],
  callback: ['src/oauth/token.ts'],
  login: [SHELL, WELCOME],
  playlists: [SHELL, PLAYLISTS],
  songs: [SHELL, 'src/features/songs/songs.tsx'],
  liked: [SHELL, 'src/features/tracks/liked-songs.tsx'],
  tidy: [SHELL, 'src/features/songs/tidy.tsx'],
  'saved/albums': [SHELL, SAVED],
  'saved/shows': [SHELL, SAVED],
  'saved/episodes': [SHELL, SAVED],
  'saved/audiobooks': [SHELL, SAVED],
  flow: [SHELL, FLOW],
  'flow/steps': [SHELL, FLOW],
  'flow/result': [SHELL, FLOW],
  lab: [SHELL, 'src/features/lab/lab-page.tsx'],
  api: [SHELL, 'src/features/workbench/workbench.tsx'],
  backup: [SHELL, 'src/features/backup/backup.tsx'],
  privacy: [SHELL, 'src/app/privacy/privacy.tsx'],
  changes: [SHELL, 'src/features/edit/changes/changes-page.tsx'],
  'demo/authorize': [SHELL],
  '404': [SHELL],
};

/** The fixed routes by the names of their HTML files, without `.html`. */
export const PAGE_NAMES: readonly string[] = Object.keys(PAGES);

/**
 * Writes an HTML file for every fixed route, with preload links and its policy. Runs last, since the
 * policy contains hashes of the inline scripts of the page.
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

/** Chunks whose functions are nearly all called before the first rows are drawn. */
const CALLED_ON_LOAD: readonly string[] = ['app', 'table', 'token'];

/**
 * Puts an explicit compile hint before the code of the first table: Chromium then compiles its functions beside
 * the main thread, as a whole, instead of one by one when each is first called. The hint counts only on the first
 * line of a file, so that it is added last. Other browsers read a comment.
 */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && CALLED_ON_LOAD.includes(chunk.name))
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
        }
      },
    },
  };
}

function linkTo(base: string, file: string): string {
  const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
  return `<link rel="${rel}" crossorigin href="${base}${file}">`;
}

/** The chunks of some modules, with all their imports and style sheets. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  function add(fileName: string): void {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || files.has(fileName)) return;
    files.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    // Rolldown lists some imports that the finished code no longer has.
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
 * Names the chunks that pages share: what the start imports, what every page needs beside it, and what
 * the first table needs. Without them each set of pages that shares a module gets a chunk for it, and
 * small files compress worse: together a tenth of all bytes.
 */
export function sharedChunks(): Rolldown.CodeSplittingNameFunction {
  const isOfStart = importedBy(({ isEntry }) => isEntry);
  const of = (page: string) => importedBy(({ id }) => id.endsWith(`/${page}`));
  const [isOfShell, isOfWelcome, isOfTable] = [of(SHELL), of(WELCOME), of(PLAYLISTS)];
  const isOfCallback = of(CALLBACK);
  return (id, context) => {
    if (isOfStart(id, context)) return 'index';
    const isShared =
      isOfWelcome(id, context) && (isOfTable(id, context) || isOfCallback(id, context));
    if (isShared || isOfShell(id, context)) return 'app';
    return isOfTable(id, context) ? 'table' : undefined;
  };
}

/** Whether a module is a root, or imported statically from one, directly or not. */
function importedBy(isRoot: (module: Rolldown.ModuleInfo) => boolean) {
  const known = new Map<string, boolean>();
  return function isImported(id: string, context: Rolldown.ChunkingContext): boolean {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // Also ends import cycles.
    known.set(id, false);
    const module = context.getModuleInfo(id);
    const isFound =
      module !== null &&
      (isRoot(module) || module.importers.some((importer) => isImported(importer, context)));
    known.set(id, isFound);
    return isFound;
  };
}
