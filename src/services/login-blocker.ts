/** The reason why this browser does not support a login. */
export type LoginBlocker =
  | 'insecure-context'
  | 'no-web-crypto'
  | 'no-web-locks'
  | 'service-worker'
  | 'storage';

/**
 * Tells whether the demo works despite the blocker: it requires Web Crypto, but neither storage nor locks.
 */
export function worksInMemory(loginBlocker: LoginBlocker): boolean {
  return ['storage', 'no-web-locks', 'service-worker'].includes(loginBlocker);
}
