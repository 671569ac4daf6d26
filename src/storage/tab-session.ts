import type { RecordTest, SessionRecord } from '../session/types.ts';
import { fromJson } from './tab-json.ts';

/** The session record of one tab. */
export interface TabSession {
  read(): SessionRecord | undefined;
  write(record: SessionRecord): void;
  /** Writes only where what is stored passes the test; says whether it did. */
  replace(record: SessionRecord, isReplaceable: RecordTest): boolean;
  /** Removes the record only where it passes the test; says whether it did. */
  clear(isRemovable: RecordTest): boolean;
}

/**
 * Keeps the session record of a login that is not to stay on this device (RFC 10017, section 8.5), in
 * the form in which others are stored.
 */
export function openTabSession(
  tab: Storage,
  key: string,
  form: {
    readonly parse: (stored: unknown) => SessionRecord | undefined;
    readonly stored: (record: SessionRecord) => object;
    readonly failure: (thrown: unknown) => Error;
  },
): TabSession {
  const read = () => form.parse(fromJson(tab.getItem(key)));
  function write(record: SessionRecord): void {
    try {
      tab.setItem(key, JSON.stringify(form.stored(record)));
    } catch (thrown) {
      throw form.failure(thrown);
    }
  }
  return {
    read,
    write,
    replace(record, isReplaceable) {
      const stored = read();
      if (!stored || !isReplaceable(stored)) return false;
      write(record);
      return true;
    },
    clear(isRemovable) {
      const stored = read();
      if (!stored || !isRemovable(stored)) return false;
      tab.removeItem(key);
      return true;
    },
  };
}
