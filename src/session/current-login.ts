import { NewerRecordError, StorageError } from './errors.ts';
import type { SessionRecord, TokenStore } from './types.ts';

/** What this tab knows of the login. */
export type LoginState =
  | { readonly kind: 'signed-out'; readonly reason: 'none' | 'logged-out' | 'newer-record' }
  /** Spotify refused the refresh token; what is on the screen stays, a new login goes on. */
  | { readonly kind: 'ended' }
  /** `stored` is false where storage failed and the login lives in this tab's memory alone. */
  | { readonly kind: 'signed-in'; readonly record: SessionRecord; readonly stored: boolean };

type SignedOut = Exclude<LoginState, { kind: 'signed-in' }>;

/** The login of this browser as seen from this tab. */
export interface CurrentLogin {
  state(): LoginState;
  subscribe(listener: () => void): void;
  /**
   * Reads the stored record; storage decides over memory, unless a write has failed since. Where
   * none is stored any more, the login becomes `missing`: signed out unless told.
   */
  read(missing?: SignedOut): Promise<SessionRecord | undefined>;
  /** Keeps a new login, in memory alone where storage fails. */
  begin(record: SessionRecord): Promise<void>;
  /** Keeps renewed tokens of the same login; false where that login is over. */
  renew(record: SessionRecord): Promise<boolean>;
  /** Forgets the login in this tab and says why. */
  forget(next: SignedOut): void;
  /** Removes the stored record; false where storage fails. */
  clear(): Promise<boolean>;
  /** The same with all that was kept of the person's music. */
  clearAll(): Promise<boolean>;
}

/** Makes the keeper of the login over a token store. */
export function makeCurrentLogin(tokens: TokenStore): CurrentLogin {
  let state: LoginState = { kind: 'signed-out', reason: 'none' };
  const listeners = new Set<() => void>();
  /** Counts how often the login was forgotten: what was read or written before then is void. */
  let forgotten = 0;
  /** The login forgotten last: where its record could not be removed, it is not taken up again. */
  let forgottenLoginId: string | undefined;
  /** Whether a login was found missing from storage before another tab could say what became of it. */
  let isUnexplained = false;

  function become(next: LoginState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function inMemory(): SessionRecord | undefined {
    return state.kind === 'signed-in' && !state.stored ? state.record : undefined;
  }

  function adopt(stored: SessionRecord | undefined, missing: SignedOut): SessionRecord | undefined {
    const record = stored?.loginId === forgottenLoginId ? undefined : stored;
    const held = inMemory();
    if (held && (!record || held.issuedAt > record.issuedAt)) return held;
    if (record) become({ kind: 'signed-in', record, stored: true });
    else if (state.kind === 'signed-in' || isUnexplained) {
      isUnexplained = missing.kind === 'signed-out';
      become(missing);
    }
    return record;
  }

  function afterFailedRead(error: unknown): SessionRecord | undefined {
    if (error instanceof NewerRecordError) {
      become({ kind: 'signed-out', reason: 'newer-record' });
      return undefined;
    }
    if (error instanceof StorageError && state.kind === 'signed-in') {
      return state.record;
    }
    throw error;
  }

  return {
    state: () => state,
    subscribe: (listener) => listeners.add(listener),

    async read(missing = { kind: 'signed-out', reason: 'none' }) {
      const before = forgotten;
      try {
        const record = await tokens.read();
        return forgotten === before ? adopt(record, missing) : undefined;
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
      const before = forgotten;
      let isCurrent = true;
      const stored = await written(async () => {
        isCurrent = await tokens.replace(record);
      });
      if (forgotten !== before) return false;
      // A login that never could be stored is not over because storage knows none or another.
      if (!isCurrent && inMemory()?.loginId !== record.loginId) return false;
      become({ kind: 'signed-in', record, stored: stored && isCurrent });
      return true;
    },

    forget(next) {
      forgotten += 1;
      isUnexplained = false;
      if (state.kind === 'signed-in') forgottenLoginId = state.record.loginId;
      become(next);
    },
    clear: () => written(() => tokens.clear()),
    clearAll: () => written(() => tokens.clearAll()),
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
