import type { AuthorizationServer } from '../config.ts';
import { SPOTIFY_API } from '../config.ts';
import type { Sandbox } from '../services/sandbox.ts';
import { makeSession } from '../session/session.ts';
import type { PageMemory } from '../storage/page-memory.ts';
import { makeMemorySandboxStores, openSandboxStores, sandboxNameOf } from '../storage/sandbox.ts';
import type { World } from './compose.ts';

/** The page of the workbench, which says why a login did not finish. */
const WORKBENCH_PATH = '/api';

/** What the sandbox needs of the world of its page. */
export interface SandboxOptions extends Pick<World, 'name' | 'fetch' | 'clock' | 'pageMemory'> {
  readonly server: AuthorizationServer;
  readonly redirectUri: string;
  /** Whether this browser stores nothing, so that the login is in the memory of the document. */
  readonly isVolatile: boolean;
  /** The authorization response of a login that began here, if this page is its callback. */
  readonly response: URLSearchParams | undefined;
}

/** Opens the login of the API workbench, and finishes it where its authorization response has come. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { name, server, redirectUri, clock, fetch, response } = options;
  const session = makeSession({
    ...storesOf(options),
    lockName: sandboxNameOf(name),
    server,
    apiOrigin: SPOTIFY_API,
    redirectUri,
    scopes: [],
    clock,
    fetch,
    isFramed: window.top !== window.self,
  });
  let failure: unknown;
  let returnPath = WORKBENCH_PATH;
  if (response)
    try {
      returnPath = await session.completeLogin(response);
    } catch (error) {
      failure = error;
    }
  await session.restore();
  addEventListener('pagehide', () => session.leave());
  addEventListener('pageshow', (event) => {
    // A read that fails is tried again by the next request.
    if (event.persisted) session.restore().catch(() => undefined);
  });
  return { session, returnPath, failure };
}

function storesOf({
  isVolatile,
  name,
  clock,
  pageMemory,
}: SandboxOptions): NonNullable<PageMemory['sandboxStores']> {
  if (!isVolatile) return openSandboxStores(name, clock);
  pageMemory.sandboxStores ??= makeMemorySandboxStores();
  return pageMemory.sandboxStores;
}
