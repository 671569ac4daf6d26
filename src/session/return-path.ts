/** Where a login leads that began on no particular page. */
const DEFAULT_RETURN_PATH = '/playlists';

/** Plain path segments and a query: no second slash, backslash, dot segment or percent sign to be clever with. */
const PATH = /^(\/[A-Za-z0-9_-]+)+(\?[^#\s\\]*)?$/;

/** Pages that begin or finish a login and are no place to return to. */
const NOT_RETURNED_TO = /^\/(login|callback|demo)(?=[/?]|$)/;

/**
 * Gives a path of this app that is safe to go to after a login; anything else becomes the playlists
 * page (RFC 9700, section 4.11.1).
 */
export function safeReturnPath(path: string): string {
  return PATH.test(path) && !NOT_RETURNED_TO.test(path) ? path : DEFAULT_RETURN_PATH;
}
