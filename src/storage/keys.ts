/*
 * Everything that this app stores in a browser. Each deployment and its demo have a name, such as
 * `liner-notes/repository` and `liner-notes/repository:demo`; nothing of one is seen by the other.
 */

/** IndexedDB: the database bears the name of the deployment, and has one object store. */
export const OBJECT_STORE = 'liner-notes';

/** Keys of single records in IndexedDB. */
export const KEYS = {
  /** Tokens, scopes and account of the login (`SessionRecord`); until the log-out or the end of the login. */
  session: 'session',
  /** How that login came about, redacted (`Flow`); as long as the login. */
  flow: 'flow',
  /** Until when Spotify refuses requests (`Limits`); as long as the login. */
  limits: 'limits',
  /** The person's own Client ID; until they remove it. */
  clientId: 'client-id',
  /** `false` where logins are not to stay on this device; until the person changes it. */
  keepsLogin: 'keeps-login',
  /** `true` where the next login lets the person choose the account at Spotify; until that login. */
  accountChoice: 'account-choice',
  /** The unfinished export of an account, which holds the tracks that came for it; `EXPORT_LIFE_MS`. */
  unfinishedExport: 'library:export',
} as const;

/** Beginnings of keys in IndexedDB; each ends in a colon. */
export const PREFIXES = {
  /** One login under way, by its `state`; a few minutes, and until the callback takes it. */
  pendingLogin: 'pending-login:',
  /** Columns, order and widths of one table; until the person changes them. */
  table: 'table:',
  /** Everything of a person's music: list caches (`KIND:NAME`), their pages (`KIND:NAME#OFFSET`), exports; `LIST_LIFE_MS`. */
  library: 'library:',
} as const;

/** Endings of keys in this tab's sessionStorage, below the name; what belongs to a login goes with it. */
export const TAB_KEYS = {
  /** The login that is not to stay on this device, in the form of `KEYS.session`. */
  session: ':session',
  /** How it came about. */
  flow: ':flow',
  /** The login that was begun in this tab and has not finished. */
  attempt: ':flow-attempt',
} as const;

/** Ending of the key in sessionStorage of the `state` of the login begun in this tab; until its callback. */
export const PENDING_LOGIN_TAB_KEY = ':pending-login';

/** localStorage: the theme, which is no secret and has to be known before the first paint; index.html reads it too. */
export const themeKey = (basePath: string): string => `liner-notes${basePath}theme`;

/** Origin private file system: the folder in which exports become files; `EXPORT_FILE_LIFE_MS`. */
export const EXPORTS_FOLDER = 'liner-notes-exports';

/** How long a cached list lives, in ms: Spotify's terms allow copies for a time only. */
export const LIST_LIFE_MS = 86_400_000;

/** How long an unfinished export lives with what was fetched for it, in ms. */
export const EXPORT_LIFE_MS = 7 * 86_400_000;

/** How long addresses of images are used, in ms: Spotify lets them end within a day. */
export const IMAGES_LIFE_MS = 3_600_000;

/** A file younger than this may still be on its way into the downloads, in ms. */
export const EXPORT_FILE_LIFE_MS = 600_000;

/** Gives the range of every key that starts with a prefix: the colon's successor ends it. */
export function keysFrom(prefix: (typeof PREFIXES)[keyof typeof PREFIXES]): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix.slice(0, -1)};`, false, true);
}

/** Gives the key of a list cache, such as `library:item:ID`. */
export function listKey(place: string): string {
  return PREFIXES.library + place;
}

/** Gives the range of the pages of a list that is not complete, each of which has a record of its own. */
export function pagesOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound(`${key}#`, `${key}$`, false, true);
}

/** Keys of records that may hold others beyond their time (`RecordHeader.holds`). */
export const HOLDERS: readonly string[] = [KEYS.unfinishedExport];

/** Gives the longest life of a record below `library:`, in ms; most of the longer-lived ones expire earlier. */
export function longestLifeOf(key: string): number {
  const isOfExport = /^library:(export$|item:|refused:)/.test(key);
  return isOfExport ? EXPORT_LIFE_MS : LIST_LIFE_MS;
}
