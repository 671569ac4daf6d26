import { expect, type Page } from '@playwright/test';
import type { SessionRecord } from '../../src/session/types.ts';

/** A page of any browser engine, with the one method needed here. */
export interface StoringPage {
  evaluate<Result, Argument>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

const DATABASE = 'liner-notes';

/** Result of `storedRecords` while logged out, after a login was begun. */
export const ONLY_CLIENT_ID = { 'client-id': expect.any(String) };

/** Reads all records of the app, or of another deployment, in IndexedDB, by key; empty without a database. */
export function storedRecords(page: StoringPage, of = DATABASE): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([name, stores]) => {
      // Opening a missing database would create it.
      const databases = await indexedDB.databases();
      if (!databases.some((database) => database.name === name)) return {};
      const opening = indexedDB.open(name);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const database = opening.result;
      const store = database.transaction(stores).objectStore(stores);
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      await new Promise((resolve) => values.addEventListener('success', resolve));
      database.close();
      return Object.fromEntries(
        keys.result.map((key, index) => [String(key), values.result[index]]),
      );
    },
    [of, DATABASE] as const,
  );
}

/** Gives the stored session record. */
export async function storedSession(page: StoringPage): Promise<SessionRecord> {
  const { session } = await storedRecords(page);
  if (session === undefined) throw new Error('no session is stored');
  return session as SessionRecord;
}

/** Writes a value to the app's database, as another version or a disk fault might. */
export function putStored(page: StoringPage, key: string, value: unknown): Promise<void> {
  return page.evaluate(
    async ([name, at, put]) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(name));
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const database = opening.result;
      const transaction = database.transaction(name, 'readwrite');
      transaction.objectStore(name).put(put, at);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      database.close();
    },
    [DATABASE, key, value] as const,
  );
}

/** Removes the cached lists, so that a reload requests them from Spotify. */
export function forgetLists(page: StoringPage): Promise<void> {
  return page.evaluate(async (name) => {
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const transaction = database.transaction(name, 'readwrite');
    transaction.objectStore(name).delete(IDBKeyRange.bound('library:', 'library;'));
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  }, DATABASE);
}

/** Waits until the list of playlists is cached: the last write after a login, which leaving the page could cut off. */
export async function listIsKept(page: Page): Promise<void> {
  await expect
    .poll(async () => Object.keys(await storedRecords(page)))
    .toContain('library:playlist:all');
}
