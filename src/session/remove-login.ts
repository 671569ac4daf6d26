import { TemporarilyUnavailableError } from '../oauth/errors.ts';
import type { CurrentLogin } from './current-login.ts';
import { StorageError } from './errors.ts';
import { type LockDependencies, withLock } from './lock.ts';
import type { PendingLoginStore } from './types.ts';

/** What the removal of a login needs. */
export interface RemovalDependencies extends LockDependencies {
  readonly pendingLogins: PendingLoginStore;
  readonly login: CurrentLogin;
}

/**
 * Removes the stored login, what was kept of its music, and every login that waits for an answer.
 *
 * @throws StorageError where the browser does not let it.
 */
export async function removeLogin(deps: RemovalDependencies): Promise<void> {
  const remove = async () => {
    if (!(await deps.login.clearAll())) throw new StorageError('blocked');
    await deps.pendingLogins.sweep(Number.POSITIVE_INFINITY);
  };
  try {
    await withLock(deps, [], remove);
  } catch (error) {
    // A tab that hangs with the lock in hand does not keep anybody logged in.
    if (!(error instanceof TemporarilyUnavailableError)) throw error;
    await remove();
  }
}
