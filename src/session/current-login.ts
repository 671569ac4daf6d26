import { isStorageError } from '../oauth/errors.ts';
import { NewerRecordError } from './errors.ts';
import type { Account, RecordTest, SessionRecord, TokenStore } from './types.ts';

/** State of the login in this tab. */
export type LoginState =
  | {
      readonly kind: 'signed-out';
      /** `copied`: this tab is a duplicate of the tab that the login belongs to. */
      readonly reason: 'none' | 'logged-out' | 'newer-record' | 'copied';
    }
  /** Spotify has rejected the refresh token; the page keeps its content and offers a new login. */
  | { readonly kind: 'ended' }
  | {
      readonly kind: 'signed-in';
      readonly record: SessionRecord;
      /** False where a storage write failed and the login is in the memory of this tab only. */
      readonly stored: boolean;
      /**
       * Whether another tab does not release the lock, so that each refresh here waits for the time limit.
       */
      readonly isHeldUp: boolean;
      /**
       * Account of the login that this login replaced in this tab; `null` where its profile had not loaded.
       */
      readonly former: Account | null | undefined;
    };

type SignedOut = Exclude<LoginState, { kind: 'signed-in' }>;

/** The login of this browser, as seen from this tab. */
export interface CurrentLogin {
  state(): LoginState;
  subscribe(listener: () => void): void;
  /**
   * Reads the stored record, which takes precedence over the one in memory unless a write has failed since.
   * Without a stored record the state becomes `missing`, by default signed out.
   */
  read(missing?: SignedOut): Promise<SessionRecord | undefined>;
  /** Stores a new login; in memory only where storage fails. */
  begin(record: SessionRecord): Promise<void>;
  /**
   * Replaces the record `previous` by `next`, a record of the same login; returns false where that login has
   * ended or another tab has refreshed its tokens in the meantime.
   */
  renew(previous: SessionRecord, next: SessionRecord): Promise<boolean>;
  /** Drops the login in this tab and sets the state that follows it. */
  forget(next: SignedOut): void;
  /** Marks a login as ended, so that its record is ignored while it may still be stored for a moment. */
  disown(loginId: string): void;
  /** Removes the stored record; returns false where another record has replaced it. */
  clear(record: SessionRecord): Promise<boolean>;
  /**
   * Removes the stored record and all cached data of the account; with a login id, only while no other login
   * is stored. Returns false where storage fails.
   */
  clearAll(loginId?: string): Promise<boolean>;
  /** Sets whether another tab does not release the lock. */
  holdUp(isHeldUp: boolean): void;
}

/** Makes the current login over a token store. */
export function makeCurrentLogin(tokens: TokenStore): CurrentLogin {
  let state: LoginState = { kind: 'signed-out', reason: 'none' };
  const listeners = new Set<() => void>();
  /** Number of times the login was dropped; a read or write that began before the last one is void. */
  let forgotten = 0;
  /**
   * Id of the login that ended last; its record is ignored, because its removal from storage may have failed.
   */
  let disowned: string | undefined;
  /** Whether the stored login went missing before another tab reported the reason. */
  let isUnexplained = false;
  let isHeldUp = false;
  /** Account of the login that the current login replaced in this tab. */
  let former: Account | null | undefined;

  function become(next: LoginState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function signIn(record: SessionRecord, stored: boolean): void {
    become({ kind: 'signed-in', record, stored, isHeldUp, former });
  }

  function inMemory(): SessionRecord | undefined {
    return state.kind === 'signed-in' && !state.stored ? state.record : undefined;
  }

  function isOnlyInMemory({ loginId }: SessionRecord): boolean {
    return inMemory()?.loginId === loginId;
  }

  /**
   * Tests whether the stored record is this one, or, where a write has failed since, an older one of its
   * login.
   */
  function isStill(record: SessionRecord): RecordTest {
    const mayBeOlder = isOnlyInMemory(record);
    return ({ loginId, accessToken }) =>
      loginId === record.loginId && (mayBeOlder || accessToken === record.accessToken);
  }

  function adopt(stored: SessionRecord | undefined, missing: SignedOut): SessionRecord | undefined {
    const record = stored?.loginId === disowned ? undefined : stored;
    const held = inMemory();
    if (held && (!record || held.issuedAt > record.issuedAt)) return held;
    if (record) signIn(record, true);
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
    if (isStorageError(error) && state.kind === 'signed-in') {
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
      if (state.kind === 'signed-in') former = state.record.account;
      const stored = await written(() => tokens.write(record));
      if (forgotten === before) signIn(record, stored);
    },

    async renew(previous, next) {
      const before = forgotten;
      let isCurrent = true;
      const stored = await written(async () => {
        isCurrent = await tokens.replace(next, isStill(previous));
      });
      if (forgotten !== before) return false;
      // A login that was never stored has not ended because storage holds none or another one.
      if (!isCurrent && !isOnlyInMemory(next)) return false;
      signIn(next, stored && isCurrent);
      return true;
    },

    forget(next) {
      forgotten += 1;
      former = undefined;
      isUnexplained = false;
      if (state.kind === 'signed-in') disowned = state.record.loginId;
      become(next);
    },
    disown(loginId) {
      disowned = loginId;
    },
    async clear(record) {
      let isCurrent = true;
      await written(async () => {
        isCurrent = await tokens.clear(isStill(record));
      });
      return isCurrent || isOnlyInMemory(record);
    },
    clearAll: (loginId) => written(() => tokens.clearAll(loginId)),
    holdUp(next) {
      isHeldUp = next;
      if (state.kind === 'signed-in' && state.isHeldUp !== next) signIn(state.record, state.stored);
    },
  };
}

/** Runs a write and returns whether it succeeded; a storage failure does not end the login. */
async function written(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isStorageError(error)) return false;
    throw error;
  }
}
