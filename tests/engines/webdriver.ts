import { inTime } from './eventually.ts';

/** A session of a WebDriver service (W3C WebDriver), with its windows. */
export interface WebDriverSession {
  /** The version of the browser. */
  readonly version: string;
  /** Opens one more window and returns its handle. */
  newWindow(): Promise<string>;
  /** Sends commands to one window; commands to other windows wait until `work` has ended. */
  inWindow<Result>(handle: string, work: (send: Send) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
}

/**
 * Sends one command of the session; `path` is what follows the session's own.
 *
 * @throws Error with what the service says, where it cannot be done.
 */
export type Send = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>;

/** Timeout of a script, in ms; one that a navigation cuts off would never answer. */
const SCRIPT_LIMIT_MS = 5_000;

/** Starts a session at the service at this address. */
export async function beginSession(service: string, wanted: object): Promise<WebDriverSession> {
  const alwaysMatch = {
    acceptInsecureCerts: true,
    // Every check waits for the state of the page that it needs.
    pageLoadStrategy: 'none',
    timeouts: { script: SCRIPT_LIMIT_MS },
    ...wanted,
  };
  const begun = await command(service, 'POST', '/session', { capabilities: { alwaysMatch } });
  const { sessionId, capabilities } = Object(begun);
  const send: Send = (method, path, body) =>
    command(service, method, `/session/${sessionId}${path}`, body);
  // Stays open, because a session ends with its last window.
  const first = String(await send('GET', '/window'));
  let current = first;
  let last: Promise<unknown> = Promise.resolve();

  function afterAllOthers<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work, work);
    last = result;
    return result;
  }

  const inWindow: WebDriverSession['inWindow'] = (handle, work) =>
    afterAllOthers(async () => {
      if (current !== handle) await send('POST', '/window', { handle });
      current = handle;
      return work(send);
    });

  return {
    version: String(capabilities.browserVersion),
    newWindow: () =>
      inWindow(first, async () => {
        // A tab in the background draws nothing.
        const { handle } = Object(await send('POST', '/window/new', { type: 'window' }));
        return String(handle);
      }),
    inWindow,
    end: async () => {
      await send('DELETE', '');
    },
  };
}

/** Whether a WebDriver service answers at this address. */
export async function isReady(service: string): Promise<boolean> {
  const { ready } = Object(await command(service, 'GET', '/status'));
  return ready === true;
}

async function command(
  service: string,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {};
  const what = `${method} ${path.replace(/^\/session\/[^/]+/, '')}`;
  const response = await inTime(what, fetch(service + path, { method, ...sent }));
  const { value } = Object(await response.json());
  if (!response.ok) throw new Error(`${what}: ${value.error}: ${value.message}`);
  return value;
}
