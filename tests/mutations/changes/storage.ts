import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const TOKENS = 'src/storage/tokens.ts';
const LOGIN = 'src/session/current-login.ts';
const STORAGE = 'e2e/storage/storage.spec.ts';
const FAILURES = 'unit/storage/storage-failures.test.ts';
const SOURCE = '[%s] the source knows no %s';
const ONE_PLACE = '[row 55] localStorage keeps what the page looks like and nothing else';

/** Faults of keeping the login: rows 55, 56, 58, 59 and 71. */
export const STORAGE_MUTATIONS: readonly Mutation[] = [
  mutation(
    'tokens-in-local-storage',
    'keeps the tokens in localStorage too',
    [
      edit(
        TOKENS,
        'await set(keys.record, versioned(record), records);',
        "localStorage.setItem('session', JSON.stringify(record)); await set(keys.record, versioned(record), records);",
      ),
    ],
    [
      proof('unit/house/architecture.test.ts', ONE_PLACE, '55'),
      proof(
        STORAGE,
        '[row 55, row 59, s13] a login leaves no cookie and nothing in localStorage or sessionStorage, and ends with its database, without an error',
        '55',
      ),
    ],
  ),
  mutation(
    'tokens-in-cookie',
    'keeps the access token in a cookie too',
    [
      edit(
        TOKENS,
        'await set(keys.record, versioned(record), records);',
        'document.cookie = `token=${record.accessToken}`; await set(keys.record, versioned(record), records);',
      ),
    ],
    [proof('unit/house/architecture.test.ts', SOURCE, '55', 'row 55')],
  ),
  mutation(
    'sandbox-in-place-of-login',
    'stores the login of the workbench in the place of the app’s',
    [edit('src/storage/sandbox.ts', 'record: KEYS.sandboxSession,', 'record: KEYS.session,')],
    [
      proof(
        'unit/session/sandbox.test.ts',
        '[row 55, row 61] the login of the workbench and that of the app stand side by side in two tabs, through the refresh and log-out of either',
        '55 61',
      ),
    ],
  ),
  mutation(
    'token-to-any-address',
    'sends the token of the workbench to whatever address a typed path resolves to',
    [edit('src/features/workbench/request/build-request.ts', 'if (!isBelow || ', 'if (')],
    [
      proof(
        'unit/workbench/build-request.test.ts',
        '[row 43] a token is not sent to "%s"',
        '43',
        'javascript:alert(1)',
      ),
    ],
  ),
  mutation(
    'secrets-in-tab',
    'leaves a copy of the tokens in sessionStorage',
    [
      edit(
        TOKENS,
        'await set(keys.record, versioned(record), records);',
        "sessionStorage.setItem('copy', JSON.stringify(record)); await set(keys.record, versioned(record), records);",
      ),
    ],
    [
      proof(
        'e2e/session/secrets.spec.ts',
        '[row 12, row 43, row 55, row 60, s24] of a whole journey no secret stays but in the one record, and after the log-out none',
        '43 55 s24',
      ),
    ],
  ),
  mutation(
    'login-always-kept',
    'keeps every login on this device, whatever the person has chosen',
    [edit(TOKENS, 'if (!record.isKept) return writeTab(record);', '')],
    [
      proof(
        'e2e/login/keep-login.spec.ts',
        '[row 56] a login that is not kept lives in its tab alone, with all that comes of it',
        '56',
      ),
    ],
  ),
  mutation(
    'damaged-record-believed',
    'believes a stored login of any shape',
    [edit('src/storage/tokens.ts', 'if (!isSession(stored)) return undefined;', '')],
    [
      proof(
        'unit/storage/tokens.test.ts',
        '[row 58] a stored login with a damaged member (%j) counts as none',
        '58',
      ),
    ],
  ),
  mutation(
    'newer-record-is-a-crash',
    'fails at a stored login of a newer version',
    [edit(LOGIN, 'if (error instanceof NewerRecordError) {', 'if (error === undefined) {')],
    [
      proof(
        FAILURES,
        '[row 58, s13] a record of a newer release is left as it is, and nobody is signed in',
        '58 s13',
      ),
    ],
  ),
  mutation(
    'eviction-unasked',
    'does not ask the browser to keep the login',
    [edit('src/app/boot.ts', 'if (!isDemo) void requestGrantedPersistence();', '')],
    [
      proof(
        STORAGE,
        '[row 59] a browser that might ask the person is asked not to evict a login by their tick alone, one that has their permission at each login, and the demo never does',
        '59',
      ),
    ],
  ),
  mutation(
    'persistence-prompt-at-login',
    'asks the browser to keep the login although it might ask the person',
    [
      edit(
        'src/storage/stores.ts',
        "if (permission?.state === 'granted') await requestPersistence();",
        "if (permission?.state !== 'denied') await requestPersistence();",
      ),
    ],
    [
      proof(
        STORAGE,
        '[row 59] a browser that might ask the person is asked not to evict a login by their tick alone, one that has their permission at each login, and the demo never does',
        '59',
      ),
    ],
  ),
  mutation(
    'full-storage-ends-login',
    'loses a login that cannot be stored',
    [edit(LOGIN, 'if (isStorageError(error)) return false;', '')],
    [
      proof(
        FAILURES,
        '[row 71, s13] where nothing can be stored, a login lives on in memory and says so',
        '59 71 s13',
      ),
      proof(
        FAILURES,
        '[row 71, s13] a storage that fills up after the login costs no login, though tokens rotate',
        '71 s13',
      ),
    ],
  ),
  mutation(
    'unreadable-storage-ends-login',
    'loses a login when storage cannot be read any more',
    [
      edit(
        LOGIN,
        "if (isStorageError(error) && state.kind === 'signed-in') {",
        'if (error === undefined && state.kind === "signed-in") {',
      ),
    ],
    [
      proof(
        FAILURES,
        '[row 71, s13] a storage that cannot be read any more costs no login',
        '71 s13',
      ),
    ],
  ),
  mutation(
    'missing-feature-unseen',
    'begins a login without Web Locks',
    [
      edit(
        'src/app/compose.ts',
        "return browser.navigator.locks ? undefined : 'no-web-locks';",
        'return undefined;',
      ),
    ],
    [
      proof(
        'e2e/storage/storage-obstacles.spec.ts',
        '[row 71] a browser that lacks something is told so in one sentence, starts no login, exchanges no code, and shows the demo or why there is none',
        '71',
      ),
    ],
  ),
  mutation(
    'no-way-on-after-outage',
    'never tries again once the network is back',
    [
      edit(
        'src/table/load-notices.tsx',
        "onMount(() => addEventListener('online', goOnWhenOnline));",
        '',
      ),
    ],
    [
      proof(
        'e2e/session/refresh.spec.ts',
        '[row 39, row 65, s15, s16] a token that has ended is renewed unnoticed, and while that fails the login is kept and goes on, offline by itself',
        's15',
      ),
    ],
  ),
];
