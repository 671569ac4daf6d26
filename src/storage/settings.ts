import { del, get, set } from 'idb-keyval';
import type { Database } from './database.ts';
import { KEYS, PREFIXES } from './keys.ts';

/** Stores the settings of this browser; a log-out does not remove them. */
export interface Settings {
  /** The stored Client ID; `undefined` where none is stored. */
  readClientId(): Promise<string | undefined>;
  writeClientId(clientId: string): Promise<void>;
  forgetClientId(): Promise<void>;
  /** Whether logins are stored on this device; true by default. */
  readKeepsLogin(): Promise<boolean>;
  writeKeepsLogin(isKept: boolean): Promise<void>;
  /** Whether the next login offers the choice of the account at Spotify. */
  readAccountChoice(): Promise<boolean>;
  writeAccountChoice(isDue: boolean): Promise<void>;
  /** The stored layout of a table, not yet parsed; see `table/table-columns.ts`. */
  readTable(table: string): Promise<unknown>;
  writeTable(table: string, chosen: object): Promise<void>;
}

/** Makes the settings over IndexedDB. */
export function makeSettings({ records }: Database): Settings {
  return {
    async readClientId() {
      const stored = await get<unknown>(KEYS.clientId, records);
      return typeof stored === 'string' ? stored : undefined;
    },
    writeClientId: (clientId) => set(KEYS.clientId, clientId, records),
    forgetClientId: () => del(KEYS.clientId, records),
    readKeepsLogin: async () => (await get<unknown>(KEYS.keepsLogin, records)) !== false,
    writeKeepsLogin: (isKept) =>
      isKept ? del(KEYS.keepsLogin, records) : set(KEYS.keepsLogin, isKept, records),
    readAccountChoice: async () => (await get<unknown>(KEYS.accountChoice, records)) === true,
    writeAccountChoice: (isDue) =>
      isDue ? set(KEYS.accountChoice, true, records) : del(KEYS.accountChoice, records),
    readTable: (table) => get<unknown>(tableKey(table), records),
    writeTable: (table, chosen) => set(tableKey(table), chosen, records),
  };
}

function tableKey(table: string): string {
  return PREFIXES.table + table;
}
