import { isStorageError } from '../oauth/errors.ts';
import { NewerRecordError } from './errors.ts';
import type { Account, RecordTest, SessionRecord, TokenStore } from './types.ts';

/** What this tab knows of the login. */
export type LoginState =
  | {
      readonly kind: 'signed-out';
      /** `copied`: the login lives in the tab that this one is a copy of. */
      readonly reason: 'none' | 'logged-out' | 'newer-record' | 'copied';
    }
  /** Spotify refused the refresh token; what is on the screen stays, a new login goes on. */
  | { readonly kind: 'ended' }
  | {
      readonly kind: 'signed-in';
      readonly record: SessionRecord;
      /** False where storage failed and the login lives in this tab's memory alone. */
      readonly stored: boolean;
      /** Whether another tab hangs with the lock, for which each refresh here waits in vain. */
      readonly isHeldUp: boolean;
      /** The account of the login that this one has replaced in this tab, where it was known. */
      readonly former: Account | null | undefined;
    };

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
  /**
   * Keeps `next` in place of `previous`, a record of the same login; false where that login is over,
   * or another tab has renewed it meanwhile.
   */
  renew(previous: SessionRecord, next: SessionRecord): Promise<boolean>;
  /** Forgets the login in this tab and says why. */
  forget(next: SignedOut): void;
  /** Takes up a login no more, though it may still be stored for a moment. */
  disown(loginId: string): void;
  /** Removes the stored record; false where another one has taken its place. */
  clear(record: SessionRecord): Promise<boolean>;
  /**
   * Removes the stored record and all that was kept of the person's music; where a login is named,
   * only while no other one is stored. False where storage fails.
   */
  clearAll(loginId?: string): Promise<boolean>;
  /** Says whether another tab hangs with the lock. */
  holdUp(isHeldUp: boolean): void;
}

/** Makes the keeper of the login over a token store. */
export function makeCurrentLogin(tokens: TokenStore): CurrentLogin {
  let state: LoginState = { kind: 'signed-out', reason: 'none' };
  const listeners = new Set<() => void>();
  /** Counts how often the login was forgotten: what was read or written before then is void. */
  let forgotten = 0;
  /** The login that ended last: where its record could not be removed, it is not taken up again. */
  let disowned: string | undefined;
  /** Whether a login was found missing from storage before another tab could say what became of it. */
  let isUnexplained = false;
  let isHeldUp = false;
  /** The account of the login that the present one has replaced in this tab. */
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

  /** Whether the stored record is this one, or, where storage failed since, an older one of its login. */
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
      // A login that never could be stored is not over because storage knows none or another.
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

/** Runs a write and says whether it was kept; a failing storage is no reason to lose a login. */
async function written(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isStorageError(error)) return false;
    throw error;
  }
}
