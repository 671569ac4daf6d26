import { del, get, set, type UseStore } from 'idb-keyval';

const CLIENT_ID = 'client-id';

/** Keeps what a person has set up in this browser; a log-out leaves it. */
export interface Settings {
  /** The person's own Client ID, if they have given one. */
  readClientId(): Promise<string | undefined>;
  writeClientId(clientId: string): Promise<void>;
  forgetClientId(): Promise<void>;
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
  };
}
