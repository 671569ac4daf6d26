/** Why this browser, as it is set up, cannot keep a login. */
export type Obstacle =
  | 'insecure-context'
  | 'no-web-crypto'
  | 'no-web-locks'
  | 'service-worker'
  | 'storage';

/** Whether the demo works all the same: it needs cryptography, but no other tab and no later visit. */
export function worksInMemory(obstacle: Obstacle): boolean {
  return ['storage', 'no-web-locks', 'service-worker'].includes(obstacle);
}
