/** A name of a page, of which a host or a router may accept other spellings. */
const PAGE_NAME = /^[a-z-]+$/;

/**
 * Gives the path of a page as `routes.ts` has it. Static hosts and the router accept more: a slash at the end,
 * `.html`, `index.html`, escaped letters and upper case. IDs and unknown names stay as they are.
 */
export function canonicalPath(pathname: string, basePath: string): string {
  const root = basePath.toLowerCase();
  if (!`${pathname}/`.toLowerCase().startsWith(root)) return pathname;
  const names = pathname.slice(root.length).split('/').filter(Boolean);
  const page = names.map((name, index) => {
    const known = decoded(name)
      .toLowerCase()
      .replace(/\.html?$/, '');
    const isId = index === 1 && names[0]?.toLowerCase() === 'playlists' && known !== 'index';
    return !isId && PAGE_NAME.test(known) ? known : name;
  });
  if (page.at(-1) === 'index') page.pop();
  return basePath + page.join('/');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Replaces the path in the address bar by the canonical one, removes the authorization response from it and
 * returns its parameters, if this is the redirection endpoint and there are any (RFC 6749, section 4.1.2). Only
 * the query is read.
 */
export function takeAuthorizationResponse(
  address: URL,
  basePath: string,
  history: Pick<History, 'replaceState'>,
): URLSearchParams | undefined {
  const path = canonicalPath(address.pathname, basePath);
  const rest = address.search + address.hash;
  if (path === `${basePath}callback` && rest !== '') {
    history.replaceState(null, '', path);
    return address.searchParams;
  }
  if (path !== address.pathname) history.replaceState(null, '', path + rest);
  return undefined;
}

/**
 * Gives the address on 127.0.0.1 for a page opened as `localhost`, which Spotify rejects as a redirect URI. An
 * authorization response at `localhost` belongs to no login, so its query is dropped.
 */
export function loopbackAddress(address: URL, basePath: string): string | undefined {
  if (address.protocol !== 'http:' || address.hostname !== 'localhost') return undefined;
  const target = new URL(address);
  target.hostname = '127.0.0.1';
  if (canonicalPath(address.pathname, basePath) === `${basePath}callback`) {
    target.pathname = basePath;
    target.search = '';
    target.hash = '';
  }
  return target.href;
}
