import { NewerRecordError, StorageError } from './errors.ts';
import type { SessionRecord, TokenStore } from './types.ts';

/** What this tab knows of the login. */
export type LoginState =
  | { readonly kind: 'signed-out'; readonly reason: 'none' | 'logged-out' | 'newer-record' }
  /** Spotify refused the refresh token; what is on the screen stays, a new login goes on. */
  | { readonly kind: 'ended' }
  /** `stored` is false where storage failed and the login lives in this tab's memory alone. */
  | { readonly kind: 'signed-in'; readonly record: SessionRecord; readonly stored: boolean };

/** The login of this browser as seen from this tab. */
export interface CurrentLogin {
  state(): LoginState;
  subscribe(listener: () => void): void;
  /** Reads the stored record; storage decides over memory, unless storage has failed. */
  read(): Promise<SessionRecord | undefined>;
  /** Keeps a new login, in memory alone where storage fails. */
  begin(record: SessionRecord): Promise<void>;
  /** Keeps renewed tokens of the same login; false where that login is over. */
  renew(record: SessionRecord): Promise<boolean>;
  /** Forgets the login in this tab and says why. */
  forget(next: Exclude<LoginState, { kind: 'signed-in' }>): void;
  /** Removes the stored record; false where storage fails. */
  clear(): Promise<boolean>;
}

/** Makes the keeper of the login over a token store. */
export function makeCurrentLogin(tokens: TokenStore): CurrentLogin {
  let state: LoginState = { kind: 'signed-out', reason: 'none' };
  const listeners = new Set<() => void>();

  function become(next: LoginState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function inMemory(): SessionRecord | undefined {
    return state.kind === 'signed-in' && !state.stored ? state.record : undefined;
  }

  return {
    state: () => state,
    subscribe: (listener) => listeners.add(listener),

    async read() {
      try {
        const record = await tokens.read();
        if (record) become({ kind: 'signed-in', record, stored: true });
        else if (inMemory()) return inMemory();
        else if (state.kind === 'signed-in') become({ kind: 'signed-out', reason: 'none' });
        return record;
      } catch (error) {
        if (error instanceof NewerRecordError) {
          become({ kind: 'signed-out', reason: 'newer-record' });
          return undefined;
        }
        if (error instanceof StorageError && state.kind === 'signed-in') {
          become({ kind: 'signed-in', record: state.record, stored: false });
          return state.record;
        }
        throw error;
      }
    },

    async begin(record) {
      become({ kind: 'signed-in', record, stored: await written(() => tokens.write(record)) });
    },

    async renew(record) {
      if (inMemory()?.loginId === record.loginId) {
        become({ kind: 'signed-in', record, stored: false });
        return true;
      }
      let kept = true;
      const stored = await written(async () => {
        kept = await tokens.replace(record);
      });
      if (kept) become({ kind: 'signed-in', record, stored });
      return kept;
    },

    forget: become,
    clear: () => written(() => tokens.clear()),
  };
}

/** Runs a write and says whether it was kept; a failing storage is no reason to lose a login. */
async function written(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof StorageError) return false;
    throw error;
  }
}
