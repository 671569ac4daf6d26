import { del, get, set, type UseStore } from 'idb-keyval';

const CLIENT_ID = 'client-id';
const KEEPS_LOGIN = 'keeps-login';
const ACCOUNT_CHOICE = 'account-choice';

/** Keeps what a person has set up in this browser; a log-out leaves it. */
export interface Settings {
  /** The person's own Client ID, if they have given one. */
  readClientId(): Promise<string | undefined>;
  writeClientId(clientId: string): Promise<void>;
  forgetClientId(): Promise<void>;
  /** Whether logins are to be kept on this device; true unless the person has chosen otherwise. */
  readKeepsLogin(): Promise<boolean>;
  writeKeepsLogin(isKept: boolean): Promise<void>;
  /** Whether the next login lets the person choose the account at Spotify. */
  readAccountChoice(): Promise<boolean>;
  writeAccountChoice(isDue: boolean): Promise<void>;
  /** What was chosen for a table, as it is stored; see `state/table-columns.ts`. */
  readTable(table: string): Promise<unknown>;
  writeTable(table: string, chosen: object): Promise<void>;
}

/** Keeps the settings in IndexedDB. */
export function makeSettings(database: UseStore): Settings {
  return {
    async readClientId() {
      const stored = await get<unknown>(CLIENT_ID, database);
      return typeof stored === 'string' ? stored : undefined;
    },
    writeClientId: (clientId) => set(CLIENT_ID, clientId, database),
    forgetClientId: () => del(CLIENT_ID, database),
    readKeepsLogin: async () => (await get<unknown>(KEEPS_LOGIN, database)) !== false,
    writeKeepsLogin: (isKept) =>
      isKept ? del(KEEPS_LOGIN, database) : set(KEEPS_LOGIN, isKept, database),
    readAccountChoice: async () => (await get<unknown>(ACCOUNT_CHOICE, database)) === true,
    writeAccountChoice: (isDue) =>
      isDue ? set(ACCOUNT_CHOICE, true, database) : del(ACCOUNT_CHOICE, database),
    readTable: (table) => get<unknown>(tableKey(table), database),
    writeTable: (table, chosen) => set(tableKey(table), chosen, database),
  };
}

function tableKey(table: string): string {
  return `table:${table}`;
}
