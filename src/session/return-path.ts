/** Return path of a login that began without one. */
const DEFAULT_RETURN_PATH = '/playlists';

/**
 * Plain path segments and a query; rejects double slashes, backslashes, dot segments and percent-encoding,
 * which could lead to another origin or page.
 */
const PATH = /^(\/[A-Za-z0-9_-]+)+(\?[^#\s\\]*)?$/;

/** Pages that begin or finish a login, which are no return paths. */
const NOT_RETURNED_TO = /^\/(login|callback|demo)(?=[/?]|$)/i;

/**
 * Returns the path if it is a safe return path within this app, else the path of the playlists (RFC 9700,
 * section 4.11.1).
 */
export function safeReturnPath(path: string): string {
  return PATH.test(path) && !NOT_RETURNED_TO.test(path) ? path : DEFAULT_RETURN_PATH;
}
