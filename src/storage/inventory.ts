import { promisifyRequest, type UseStore } from 'idb-keyval';
import { removeExportFiles } from './clear.ts';
import { listExportFiles } from './export-files.ts';
import {
  KEYS,
  keysFrom,
  longestLifeOf,
  PENDING_LOGIN_TAB_KEY,
  PREFIXES,
  SANDBOX_TAB_KEYS,
  TAB_KEYS,
} from './keys.ts';
import type { ListCaches } from './list-cache.ts';
import { fits, isNumber, optional, type Shape } from './shape.ts';
import { readIsCollapsed, writeIsCollapsed } from './side-column.ts';
import { tabStorage } from './stores.ts';
import { chooseTheme, readTheme } from './theme.ts';

/** Kinds of stored data, as a person tells them apart. */
export type StoredKind =
  | 'login'
  | 'lists'
  | 'export'
  | 'backup'
  | 'matches'
  | 'changes'
  | 'workbench'
  | 'client-id'
  | 'settings'
  | 'pending'
  | 'limits'
  | 'tab'
  | 'other';

/** What is stored of one kind. */
export interface StoredAmount {
  /** Number of lists or changes where the kind is `lists` or `changes`, otherwise of records and files. */
  readonly count: number;
  readonly bytes: number;
  /** Time of the last expiry, in ms since the epoch; `undefined` where nothing expires by itself. */
  readonly until?: number;
}

/** What is stored of each kind; kinds without data are absent. */
export type Inventory = Readonly<Partial<Record<StoredKind, StoredAmount>>>;

/** Where the data of a deployment or its demo are; `undefined` as database where this browser has no storage. */
export interface StoredPlace {
  readonly database: UseStore | undefined;
  readonly name: string;
}

/** One record, key or file. */
interface StoredItem {
  readonly kind: StoredKind;
  readonly bytes: number;
  readonly until?: number;
  /** The list or change it belongs to, of which it may be one page or one backup. */
  readonly list?: string;
}

const KIND_BY_KEY: Readonly<Record<string, StoredKind>> = {
  [KEYS.session]: 'login',
  [KEYS.flow]: 'login',
  [KEYS.limits]: 'limits',
  [KEYS.clientId]: 'client-id',
  [KEYS.keepsLogin]: 'settings',
  [KEYS.accountChoice]: 'settings',
  [KEYS.unfinishedExport]: 'export',
  [KEYS.lastBackup]: 'backup',
  [KEYS.sandboxSession]: 'workbench',
};

const KIND_BY_PREFIX: readonly (readonly [string, StoredKind])[] = [
  [PREFIXES.pendingLogin, 'pending'],
  [PREFIXES.sandboxPendingLogin, 'pending'],
  [PREFIXES.table, 'settings'],
  [`${PREFIXES.library}match:`, 'matches'],
  [PREFIXES.library, 'lists'],
  [PREFIXES.edit, 'changes'],
];

const KIND_BY_TAB_KEY: Readonly<Record<string, StoredKind>> = {
  [TAB_KEYS.session]: 'login',
  [TAB_KEYS.flow]: 'login',
  [TAB_KEYS.attempt]: 'pending',
  [PENDING_LOGIN_TAB_KEY]: 'pending',
  [SANDBOX_TAB_KEYS.session]: 'workbench',
  [SANDBOX_TAB_KEYS.pendingLogin]: 'pending',
  [SANDBOX_TAB_KEYS.draft]: 'pending',
};

/** Returns the kind of a record by its key in IndexedDB. */
export function kindOfKey(key: string): StoredKind {
  const byPrefix = KIND_BY_PREFIX.find(([prefix]) => key.startsWith(prefix));
  return KIND_BY_KEY[key] ?? byPrefix?.[1] ?? 'other';
}

/** Counts all that is stored in this browser for a deployment or its demo, and in this tab. */
export async function takeInventory(place: StoredPlace): Promise<Inventory> {
  const items = [
    ...(await recordsIn(place.database)),
    ...tabKeysOf(place.name).map(({ kind, bytes }) => ({ kind, bytes })),
    ...settingsOnDevice(),
    ...(await exportFiles()),
  ];
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => [kind, amountOf(items.filter((item) => item.kind === kind))]),
  );
}

/** Tells whether changes are recorded in a database. */
export async function hasStoredChanges(database: UseStore | undefined): Promise<boolean> {
  const count = await database?.('readonly', (store) =>
    promisifyRequest(store.count(keysFrom(PREFIXES.edit))),
  );
  return (count ?? 0) > 0;
}

/** Removes all data of one kind but a login, which a log-out removes. */
export async function removeStored(
  kind: Exclude<StoredKind, 'login'>,
  { database, name }: StoredPlace,
  caches: Pick<ListCaches, 'clear'>,
): Promise<void> {
  for (const { key } of tabKeysOf(name).filter((item) => item.kind === kind))
    tabStorage()?.removeItem(key);
  if (kind === 'settings') {
    chooseTheme('auto');
    writeIsCollapsed(false);
  }
  if (kind === 'lists') caches.clear();
  if (kind === 'export') await removeExportFiles();
  await database?.('readwrite', async (store) => {
    const keys = await promisifyRequest(store.getAllKeys());
    for (const key of keys) if (kindOfKey(String(key)) === kind) store.delete(key);
  });
}

/** Removes every record, every key of this tab, the settings of this device and all files of exports. */
export async function removeAllStored({ database, name }: StoredPlace): Promise<void> {
  for (const { key } of tabKeysOf(name)) tabStorage()?.removeItem(key);
  tabStorage()?.removeItem(name);
  chooseTheme('auto');
  writeIsCollapsed(false);
  await removeExportFiles();
  await database?.('readwrite', (store) => promisifyRequest(store.clear()));
}

const EXPIRING: Shape<{ savedAt: number; expiresAt?: number }> = {
  savedAt: isNumber,
  expiresAt: optional(isNumber),
};

async function recordsIn(database: UseStore | undefined): Promise<readonly StoredItem[]> {
  const [keys, values] =
    (await database?.('readonly', (store) =>
      Promise.all([
        promisifyRequest(store.getAllKeys()),
        promisifyRequest<unknown[]>(store.getAll()),
      ]),
    )) ?? [];
  return (keys ?? []).map((stored, place) => {
    const key = String(stored);
    const value = values?.[place];
    const bytes = bytesOf(key) + bytesOf(JSON.stringify(value) ?? '');
    const item = { kind: kindOfKey(key), bytes, list: key.replace(/#.*$/, '') };
    if (!fits(value, EXPIRING)) return item;
    const { savedAt, expiresAt = savedAt + longestLifeOf(key) } = value;
    return { ...item, until: expiresAt };
  });
}

function tabKeysOf(name: string) {
  const tab = tabStorage();
  return Object.keys(tab ?? {})
    .filter((key) => key.startsWith(`${name}:`))
    .map((key) => ({
      key,
      kind: KIND_BY_TAB_KEY[key.slice(name.length)] ?? ('tab' as const),
      bytes: bytesOf(key) + bytesOf(tab?.getItem(key) ?? ''),
    }));
}

function settingsOnDevice(): readonly StoredItem[] {
  const chosen = [readTheme() !== 'auto' && 'theme', readIsCollapsed() && 'collapsed'];
  return chosen.flatMap((text) => (text ? [{ kind: 'settings', bytes: bytesOf(text) }] : []));
}

async function exportFiles(): Promise<readonly StoredItem[]> {
  const files = await listExportFiles().catch(() => []);
  return files.map(({ size }) => ({ kind: 'export', bytes: size }));
}

function amountOf(items: readonly StoredItem[]): StoredAmount {
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const until = Math.max(...items.map((item) => item.until ?? Number.NEGATIVE_INFINITY));
  const lists = new Set(items.map((item, place) => item.list ?? place));
  return Number.isFinite(until)
    ? { count: lists.size, bytes, until }
    : { count: lists.size, bytes };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
