/*
 * Everything that this app stores in a browser. Each deployment and its demo have a name, such as
 * `liner-notes/repository` and `liner-notes/repository:demo`, and read nothing of another name.
 */

/** IndexedDB: the database has the name of the deployment, and one object store of this name. */
export const OBJECT_STORE = 'liner-notes';

/** Keys of single records in IndexedDB. */
export const KEYS = {
  /** Tokens, scopes and account of the login (`SessionRecord`); until the log-out or the end of the login. */
  session: 'session',
  /** The login of the API workbench, in the form of `session`; until it is forgotten or ends. */
  sandboxSession: 'sandbox-session',
  /** The flow of that login, redacted (`Flow`); as long as the login. */
  flow: 'flow',
  /** The time until which Spotify rejects requests (`Limits`); as long as the login. */
  limits: 'limits',
  /** The Client ID that was entered; until it is removed. */
  clientId: 'client-id',
  /** `false` where logins are not stored on this device; until the setting changes. */
  keepsLogin: 'keeps-login',
  /** `true` where the next login offers the choice of the account at Spotify; until that login. */
  accountChoice: 'account-choice',
  /** The unfinished export of an account, which holds the tracks fetched for it; `EXPORT_LIFE_MS`. */
  unfinishedExport: 'library:export',
  /** Time of the last backup, and the versions of the playlists in it (`LastBackup`); as long as the login. */
  lastBackup: 'library:last-backup',
} as const;

/** Prefixes of keys in IndexedDB; each ends in a colon. */
export const PREFIXES = {
  /** One pending login, by its `state`; until its callback, or for the time limit of a pending login. */
  pendingLogin: 'pending-login:',
  /** The same for logins of the API workbench. */
  sandboxPendingLogin: 'sandbox-pending-login:',
  /** Columns, order and widths of one table; until they change. */
  table: 'table:',
  /**
   * All cached data of an account: list caches (`KIND:NAME`), their pages (`KIND:NAME#OFFSET`), exports;
   * `LIST_LIFE_MS`.
   */
  library: 'library:',
  /**
   * Changes made at Spotify (`JOB`) and the backups made before them (`JOB#PLAYLIST`); `EDIT_LIFE_MS`, or until the
   * log-out. The end of a login leaves them.
   */
  edit: 'edit:',
} as const;

/** Suffixes of keys in this tab's sessionStorage, after the name; removed together with the login. */
export const TAB_KEYS = {
  /** The login that is stored in this tab only, in the form of `KEYS.session`. */
  session: ':session',
  /** The flow of that login, in the form of `KEYS.flow`. */
  flow: ':flow',
  /** The flow of the login that began in this tab and has not finished. */
  attempt: ':flow-attempt',
  /** The time at which Spotify ended the last login of this tab, in ms since the epoch; until the next login. */
  ended: ':login-ended',
} as const;

/**
 * Suffix of the key in sessionStorage of the `state` of the login that began in this tab; until its callback.
 */
export const PENDING_LOGIN_TAB_KEY = ':pending-login';

/** Suffixes of keys in sessionStorage of the API workbench, whose login is apart from the app's. */
export const SANDBOX_TAB_KEYS = {
  /** The login that is stored in this tab only. */
  session: ':sandbox-session',
  /** The `state` of the login that began in this tab; until its callback. */
  pendingLogin: ':sandbox-pending-login',
  /** The request that was filled in when that login began (`StoredDraft`); until the page is open again. */
  draft: ':sandbox-draft',
} as const;

/**
 * localStorage: the theme, which is not secret and must be known before the first paint; index.html reads it
 * too.
 */
export const themeKey = (basePath: string): string => `liner-notes${basePath}theme`;

/** localStorage: `collapsed` while the side column is collapsed, which must be known before the first paint too. */
export const sideColumnKey = (basePath: string): string => `liner-notes${basePath}side-column`;

/** Origin private file system: the folder of the files of exports; `EXPORT_FILE_LIFE_MS`. */
export const EXPORTS_FOLDER = 'liner-notes-exports';

/** Maximum age of a cached list, in ms: Spotify's terms allow copies for a limited time only. */
export const LIST_LIFE_MS = 86_400_000;

/** Maximum age of an unfinished export and of the lists fetched for it, in ms. */
export const EXPORT_LIFE_MS = 7 * 86_400_000;

/** Maximum age of the record of a change and of its backups, in ms. */
export const EDIT_LIFE_MS = 30 * 86_400_000;

/** Maximum age of the image URLs of playlists, in ms: they expire within a day. */
export const IMAGES_LIFE_MS = 3_600_000;

/** Minimum age of a file to remove, in ms; the browser may still be saving a younger one as a download. */
export const EXPORT_FILE_LIFE_MS = 600_000;

/** Returns the range of all keys with a prefix; it ends before the successor of the prefix's colon. */
export function keysFrom(prefix: (typeof PREFIXES)[keyof typeof PREFIXES]): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix.slice(0, -1)};`, false, true);
}

/** Returns the key of a list cache, such as `library:item:ID`. */
export function listKey(place: string): string {
  return PREFIXES.library + place;
}

/** Returns the key range of the pages of an incomplete list, each of which has its own record. */
export function pagesOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound(`${key}#`, `${key}$`, false, true);
}

/** Keys of records that may protect others from the sweep past their maximum age (`RecordHeader.holds`). */
export const HOLDERS: readonly string[] = [KEYS.unfinishedExport];

/**
 * Returns the maximum age of a record below `library:`, in ms; most records with the longer one expire
 * earlier.
 */
export function longestLifeOf(key: string): number {
  if (key === KEYS.lastBackup) return Number.POSITIVE_INFINITY;
  const isOfExport = /^library:(export$|item:|refused:|match:)/.test(key);
  return isOfExport ? EXPORT_LIFE_MS : LIST_LIFE_MS;
}
