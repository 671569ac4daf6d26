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
  /** Reads the stored record; storage decides over memory, unless a write has failed since. */
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
  /** Counts how often the login was forgotten: what was read or written before then is void. */
  let forgotten = 0;

  function become(next: LoginState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function inMemory(): SessionRecord | undefined {
    return state.kind === 'signed-in' && !state.stored ? state.record : undefined;
  }

  function adopt(record: SessionRecord | undefined): SessionRecord | undefined {
    const held = inMemory();
    if (held && (!record || held.issuedAt > record.issuedAt)) return held;
    if (record) become({ kind: 'signed-in', record, stored: true });
    else if (state.kind === 'signed-in') become({ kind: 'signed-out', reason: 'none' });
    return record;
  }

  function afterFailedRead(error: unknown): SessionRecord | undefined {
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

  return {
    state: () => state,
    subscribe: (listener) => listeners.add(listener),

    async read() {
      const before = forgotten;
      try {
        const record = await tokens.read();
        return forgotten === before ? adopt(record) : undefined;
      } catch (error) {
        return afterFailedRead(error);
      }
    },

    async begin(record) {
      const before = forgotten;
      const stored = await written(() => tokens.write(record));
      if (forgotten === before) become({ kind: 'signed-in', record, stored });
    },

    async renew(record) {
      if (inMemory()?.loginId === record.loginId) {
        become({ kind: 'signed-in', record, stored: false });
        return true;
      }
      const before = forgotten;
      let kept = true;
      const stored = await written(async () => {
        kept = await tokens.replace(record);
      });
      if (forgotten !== before) return false;
      if (kept) become({ kind: 'signed-in', record, stored });
      return kept;
    },

    forget(next) {
      forgotten += 1;
      become(next);
    },
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
