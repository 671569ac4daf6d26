/** Flags for a Chromium without background requests. */
export const QUIET_FLAGS: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Features that are switched off; the list replaces Playwright's own, so that what matters of that is here too. */
const DISABLED_FEATURES = [
  // A process in reserve for each new page, which no test here needs.
  'SpareRendererForSitePerProcess',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Flags for a Chromium in tests of behaviour, not of speed. */
export const TEST_FLAGS: readonly string[] = [
  ...QUIET_FLAGS,
  `--disable-features=${DISABLED_FEATURES.join()}`,
  // No page of a test lives long enough for an optimizing compiler to pay.
  '--js-flags=--no-opt --no-maglev',
];

/**
 * Flags that resolve Spotify's hosts, and those given, to a server on this computer, and no other host. The browser
 * accepts any certificate; one whose public key hash is given counts as valid, so that its answers are cached as
 * Spotify's are.
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
