import { createHash } from 'node:crypto';
import type { Rolldown } from 'vite';

/** Everything a page may load or reach beside its scripts; what is not listed is refused. */
const POLICY = [
  "style-src 'self'",
  "img-src 'self' https://*.scdn.co https://*.spotifycdn.com",
  'connect-src https://accounts.spotify.com https://api.spotify.com',
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types solid-template',
];

const CHARSET = '<meta charset="utf-8" />';
/** Where the map has to stand: before whatever loads a module. */
const FIRST_MODULE = /<(?:script async type="module"|link rel="modulepreload")/;
const MODULE_TAG =
  /<(?:script async type="module"|link rel="modulepreload") crossorigin (?:src|href)="([^"]+)"/g;
const INLINE_SCRIPT = /<script(?: type="importmap")?>([^<]*)<\/script>/g;

/**
 * Gives what puts the Content Security Policy into a page: it lists every script of the build by its
 * hash and not by its origin, which may hold files of others, and each is loaded with that hash,
 * through its tag or through the import map.
 */
export function sealer(bundle: Rolldown.OutputBundle, base: string): (html: string) => string {
  const integrity: Record<string, string> = {};
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk') integrity[base + file.fileName] = hashOf(file.code);
  }
  const map = `<script type="importmap">${JSON.stringify({ integrity })}</script>`;

  return (html) => {
    if (!html.includes(CHARSET)) throw new Error('index.html names no character set');
    const withMap = html
      .replace(FIRST_MODULE, (tag) => `${map}\n    ${tag}`)
      .replaceAll(MODULE_TAG, (tag, address: string) => {
        const hash = integrity[address];
        if (hash === undefined) throw new Error(`${address} is no script of this build`);
        return `${tag} integrity="${hash}"`;
      });
    const inline = [...withMap.matchAll(INLINE_SCRIPT)].map(([, text]) => hashOf(text ?? ''));
    const hashes = [...inline, ...Object.values(integrity)].map((hash) => `'${hash}'`);
    const policy = ["default-src 'none'", `script-src ${hashes.join(' ')}`, ...POLICY].join('; ');
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
    // The policy directly after the character set: what stands before it is not covered.
    return withMap.replace(CHARSET, `${CHARSET}\n    ${meta}`);
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
