/** Flags for a Chromium that keeps to itself and to the servers of a test. */
export const QUIET_FLAGS: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags for a Chromium that is asked for what a page does and not how fast. */
export const TEST_FLAGS: readonly string[] = [
  ...QUIET_FLAGS,
  // No page of a test lives long enough for optimized code to pay.
  '--js-flags=--no-opt --no-maglev',
];

/**
 * Flags that send Spotify's names, and those given, to a server on this computer, and every other name
 * nowhere. The browser takes any certificate; where the hash of a public key is named, that one counts
 * as valid, so that its answers are cached as those of Spotify are.
 */
export function resolvingTo(
  port: number,
  moreHosts: readonly string[] = [],
  trustedKey?: string,
): string[] {
  const hosts = [
    'accounts.spotify.com',
    'api.spotify.com',
    '*.scdn.co',
    '*.spotifycdn.com',
    ...moreHosts,
  ];
  const rules = [
    ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];
  const trust = trustedKey
    ? `--ignore-certificate-errors-spki-list=${trustedKey}`
    : '--ignore-certificate-errors';
  return [`--host-resolver-rules=${rules.join(', ')}`, trust];
}
