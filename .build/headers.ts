import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { PAGE_NAMES } from './pages.ts';
import { policyIn } from './policy.ts';

/** The file in which Netlify, Cloudflare Pages and their kind look for the headers of a site. */
const FILE = '_headers';

/** Features of browsers that this app never uses; each name is one that Chromium knows. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** Headers of every answer beside the policy. A page cannot set them itself. */
const EVERYWHERE: readonly (readonly [name: string, value: string])[] = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
];

/** Headers for the paths that one pattern matches: a path, or the start of one before `*`. */
interface Rule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Writes `_headers`: the policy of the pages with `frame-ancestors`, which counts in a header only, the headers that
 * no page can set itself, and how long a browser may use a file without asking again. The preview server sends
 * what this file says, so that the browser tests meet it.
 */
export function headers(): Plugin {
  let base = '/';
  let folder = '';
  return {
    name: 'headers',
    enforce: 'post',
    configResolved(config) {
      base = config.base;
      folder = join(config.root, config.build.outDir);
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('the build made no index.html');
        const source = toText(rulesOf(policyIn(String(page.source)), base));
        this.emitFile({ type: 'asset', fileName: FILE, source });
      },
    },
    configurePreviewServer: ({ middlewares }) => void middlewares.use(sending(join(folder, FILE))),
  };
}

/** The rules of a site under a base path; `policy` is that of its pages. */
function rulesOf(policy: string, base: string): readonly Rule[] {
  const pages = PAGE_NAMES.flatMap((name) =>
    name === 'index' ? ['', 'index.html'] : [name, `${name}.html`],
  );
  return [
    {
      pattern: `${base}*`,
      headers: [['Content-Security-Policy', `${policy}; frame-ancestors 'none'`], ...EVERYWHERE],
    },
    ...[...pages, 'playlists/*'].map((path) => ({
      pattern: base + path,
      headers: [['Cache-Control', 'no-cache']] as const,
    })),
    {
      // Their names hold a hash of their content.
      pattern: `${base}assets/*`,
      headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
    },
  ];
}

function toText(rules: readonly Rule[]): string {
  const blocks = rules.map(({ pattern, headers }) =>
    [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `${blocks.join('\n')}\n`;
}

/** Reads the rules back; each header belongs to the pattern above it. */
function parseRules(text: string): readonly Rule[] {
  return text
    .split(/\n(?=\S)/)
    .map((block) => block.trimEnd().split('\n'))
    .map(([pattern = '', ...lines]) => ({
      pattern,
      headers: lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
      }),
    }));
}

function sending(file: string): Connect.NextHandleFunction {
  return async ({ url = '' }, response, next) => {
    const [path = ''] = url.split('?');
    // A folder that another program built may hold no such file.
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const { pattern, headers } of parseRules(text)) {
      const matches = pattern.endsWith('*')
        ? path.startsWith(pattern.slice(0, -1))
        : path === pattern;
      if (matches) for (const [name, value] of headers) response.setHeader(name, value);
    }
    next();
  };
}
