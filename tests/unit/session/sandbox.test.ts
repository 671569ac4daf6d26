import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { SCOPE_NAMES, SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../../../src/config.ts';
import { makeInPageLocks } from '../../../src/session/in-page-tabs.ts';
import { makeSession, type Session } from '../../../src/session/session.ts';
import { openSandboxStores, sandboxNameOf } from '../../../src/storage/sandbox.ts';
import { openBrowserStores } from '../../../src/storage/stores.ts';
import { CLIENT } from '../../support/unit/browser.ts';
import {
  agree,
  type CertifiedServer,
  loadCertifiedServer,
  useCertifiedServer,
} from '../../support/unit/certified-server.ts';
import { fakeIndexedDb } from '../../support/unit/fake-database.ts';
import { PROFILE } from '../../support/unit/network.ts';

const NAME = 'liner-notes';

beforeAll(loadCertifiedServer, 60_000);

/** One tab with both sessions, over the storage that all tabs share and that of the tab. */
interface TwoSessions {
  readonly app: Session;
  readonly sandbox: Session;
  /** What the tab alone stores. */
  readonly held: ReadonlyMap<string, string>;
}

/** A browser whose tabs have both logins, as the page composes them. */
function openTwoLogins(server: CertifiedServer) {
  const fake = fakeIndexedDb();
  const { clock } = server.browser;
  vi.stubGlobal('navigator', { locks: makeInPageLocks() });
  const channels: BroadcastChannel[] = [];
  const Original = BroadcastChannel;
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Original {
      constructor(name: string) {
        super(name);
        channels.push(this);
      }
    },
  );
  onTestFinished(() => {
    for (const channel of channels) channel.close();
  });

  function openTab(): TwoSessions {
    const held = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => void held.set(key, text),
      removeItem: (key: string) => void held.delete(key),
    });
    const common = {
      server: SPOTIFY_ACCOUNTS,
      apiOrigin: SPOTIFY_API,
      redirectUri: CLIENT.redirectUri,
      clock,
      fetch: server.fetch,
      isFramed: false,
    };
    const stores = openBrowserStores(NAME, clock);
    const app = makeSession({ ...common, ...stores, lockName: NAME, scopes: SCOPE_NAMES });
    const sandbox = makeSession({
      ...common,
      ...openSandboxStores(NAME, clock),
      lockName: sandboxNameOf(NAME),
      scopes: [],
    });
    return { app, sandbox, held };
  }

  const records = () => fake.databases.get(NAME)?.stores.get(NAME) ?? new Map<string, unknown>();
  return { openTab, records };
}

/** Asks for scopes, agrees, and finishes. */
async function logIn(
  server: CertifiedServer,
  session: Session,
  scopes: readonly string[],
  isKept = true,
): Promise<void> {
  const { clientId } = CLIENT;
  const request = await session.beginLogin({ clientId, returnTo: '/api', scopes, isKept });
  await session.completeLogin(await agree(server, request));
}

function recordOf(session: Session) {
  const state = session.state();
  if (state.kind !== 'signed-in') throw new Error(`the login is ${state.kind}`);
  return state.record;
}

/** Resolves once the messages between tabs, and the reads that follow them, are through. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

test('[row 55, row 61] the login of the workbench and that of the app stand side by side in two tabs, through the refresh and log-out of either', async () => {
  const server = await useCertifiedServer({ rotateRefreshToken: true });
  const browser = openTwoLogins(server);
  const first = browser.openTab();
  await logIn(server, first.app, SCOPE_NAMES);
  await logIn(server, first.sandbox, ['user-library-read']);
  const second = browser.openTab();
  await second.app.restore();
  await second.sandbox.restore();

  expect(recordOf(second.app).grantedScopes).toEqual(SCOPE_NAMES);
  expect(recordOf(second.sandbox).grantedScopes).toEqual(['user-library-read']);
  const ofApp = recordOf(second.app);
  const ofSandbox = recordOf(second.sandbox);
  expect(JSON.stringify(browser.records().get('session'))).not.toContain(ofSandbox.accessToken);
  expect(JSON.stringify(browser.records().get('sandbox-session'))).not.toContain(ofApp.accessToken);

  await first.sandbox.refreshNow();
  await settled();
  expect(recordOf(second.sandbox).accessToken).not.toBe(ofSandbox.accessToken);
  expect(recordOf(second.app)).toEqual(ofApp);
  await second.app.refreshNow();
  await settled();
  expect(recordOf(first.app).accessToken).not.toBe(ofApp.accessToken);
  await expect(first.sandbox.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });

  await second.sandbox.logOut();
  await settled();
  expect(first.sandbox.state().kind).toBe('signed-out');
  await expect(first.app.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect([...browser.records().keys()]).toEqual(['session']);

  await logIn(server, second.sandbox, ['user-library-read']);
  await first.app.logOut();
  await settled();
  expect(second.app.state().kind).toBe('signed-out');
  await expect(second.sandbox.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect([...browser.records().keys()]).toEqual(['sandbox-session']);
});

test('[row 64] of the scopes that are asked for, the record tells which a certified server grants', async () => {
  const server = await useCertifiedServer();
  const { sandbox } = openTwoLogins(server).openTab();
  await logIn(server, sandbox, ['user-library-read', 'user-top-read']);
  const { askedScopes, grantedScopes } = recordOf(sandbox);
  expect(askedScopes).toEqual(['user-library-read', 'user-top-read']);
  expect(grantedScopes).toEqual(['user-library-read']);
});

test('[row 55] a login of the workbench that is not kept stands in its tab alone', async () => {
  const server = await useCertifiedServer();
  const browser = openTwoLogins(server);
  const first = browser.openTab();
  await logIn(server, first.sandbox, ['user-library-read'], false);
  expect([...first.held.keys()]).toEqual([`${NAME}:sandbox-session`]);
  expect([...browser.records().keys()]).toEqual([]);
  const second = browser.openTab();
  await second.sandbox.restore();
  expect(second.sandbox.state().kind).toBe('signed-out');
  await first.app.logOut();
  expect(first.sandbox.state().kind).toBe('signed-in');
  await first.sandbox.logOut();
  expect([...first.held.keys()]).toEqual([]);
});

test('[row 25, row 27] an answer to one of both logins is none to the other, and a refusal harms neither', async () => {
  const server = await useCertifiedServer();
  const { app, sandbox, held } = openTwoLogins(server).openTab();
  await logIn(server, app, SCOPE_NAMES);
  const before = recordOf(app);
  const { clientId } = CLIENT;
  const request = await sandbox.beginLogin({
    clientId,
    returnTo: '/api',
    scopes: ['user-top-read'],
  });
  const state = request.searchParams.get('state') ?? '';
  expect(held.get(`${NAME}:sandbox-pending-login`)).toBe(state);
  const refused = new URLSearchParams({
    error: 'access_denied',
    state,
    iss: SPOTIFY_ACCOUNTS.issuer,
  });
  await expect(app.completeLogin(refused)).rejects.toMatchObject({ code: 'no_pending_login' });
  await expect(sandbox.completeLogin(refused)).rejects.toMatchObject({ kind: 'declined' });
  expect(sandbox.state().kind).toBe('signed-out');
  expect(recordOf(app)).toBe(before);
  expect(held.size).toBe(0);
});
