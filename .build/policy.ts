import { createHash } from 'node:crypto';

/** Allowed sources of everything but scripts; all others are blocked. */
const SOURCES = [
  "style-src 'self'",
  "img-src 'self' https://*.scdn.co https://*.spotifycdn.com",
  'connect-src https://accounts.spotify.com https://api.spotify.com',
  "manifest-src 'self'",
  "worker-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types solid-template',
];

const CHARSET = '<meta charset="utf-8" />';
const POLICY_META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/;
const INLINE_SCRIPT = /<script>([^<]*)<\/script>/g;

/** Address of a site, as far as its build knows it. */
export interface Site {
  /** Scheme, host and port, such as `https://owner.github.io`; empty where unknown. */
  readonly origin: string;
  /** Starts and ends with a slash. */
  readonly basePath: string;
}

/**
 * Inserts the Content Security Policy directly after the character set, since a policy does not cover what precedes
 * it. Scripts come from the page's own origin; where the build knows that origin, from the folder of this
 * deployment's assets alone, because other people may own other folders of the same origin. Inline scripts run by
 * their hashes. @throws Error where the page names no character set, or the origin is none.
 */
export function withPolicy(html: string, site: Site): string {
  if (!html.includes(CHARSET)) throw new Error('index.html names no character set');
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => `'${hashOf(text)}'`);
  const scripts = [scriptSource(site), ...hashes].join(' ');
  const policy = ["default-src 'none'", `script-src ${scripts}`, ...SOURCES].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html.replace(CHARSET, `${CHARSET}\n    ${meta}`);
}

/** Returns the policy that a page names. @throws Error where it names none. */
export function policyIn(html: string): string {
  const [, policy] = POLICY_META.exec(html) ?? [];
  if (policy === undefined) throw new Error('the page names no policy');
  return policy;
}

function scriptSource({ origin, basePath }: Site): string {
  if (origin === '') return "'self'";
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new Error(`SITE_ORIGIN is no origin such as https://owner.github.io: ${origin}`);
  return `${origin}${basePath}assets/`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
