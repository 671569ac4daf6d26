import { StorageError } from '../session/errors.ts';
import type { SessionRecord } from '../session/types.ts';
import { parseSession, versioned } from './session-record.ts';

/** The session record of one tab. */
export interface TabSession {
  read(): SessionRecord | undefined;
  write(record: SessionRecord): void;
  /** Writes only where the same login is still stored; says whether it did. */
  replace(record: SessionRecord): boolean;
}

/** Keeps the session record of a login that is not to stay on this device (RFC 10017, section 8.5). */
export function openTabSession(tab: Storage, key: string): TabSession {
  function read(): SessionRecord | undefined {
    return parseSession(fromJson(tab.getItem(key)), false);
  }
  function write(record: SessionRecord): void {
    try {
      tab.setItem(key, JSON.stringify(versioned(record)));
    } catch (cause) {
      throw new StorageError('full', { cause });
    }
  }
  return {
    read,
    write,
    replace(record) {
      if (read()?.loginId !== record.loginId) return false;
      write(record);
      return true;
    },
  };
}

/** Reads stored JSON; what is none counts as nothing. */
export function fromJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
