import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/oauth/authorization.ts';
const VERIFIER = 'const codeVerifier = generateRandomCodeVerifier();';
const STATE = 'const state = generateRandomState();';

const SCOPES = 'src/services/login-scopes.ts';

const TEST = 'unit/session/authorization-request.test.ts';
const S256 = '[row 1, 2] a login asks for a code, with the S256 challenge of the verifier it keeps';
const MANY =
  '[row 3, 4, 5] 10,000 logins have 10,000 verifiers and states of 32 octets in 43 characters';
const SEVEN = '[row 1, 6, 12] the request holds seven parameters, each once, and nothing else';
const MORE_SCOPES =
  '[row 9] a login for more scopes asks for those it has too, on Spotify’s page, and the way back is to the three that read';
const SOURCE = '[%s] the source knows no %s';

/** Faults of the authorization request: rows 1 to 12. */
export const AUTHORIZATION_REQUEST: readonly Mutation[] = [
  mutation(
    'implicit-flow',
    'asks for a token instead of a code',
    [edit(FILE, "response_type: 'code'", "response_type: 'token'")],
    [proof(TEST, S256, '1')],
  ),
  mutation(
    'plain-challenge',
    'sends the verifier itself as its challenge',
    [
      edit(FILE, 'await calculatePKCECodeChallenge(codeVerifier)', 'codeVerifier'),
      edit(FILE, "code_challenge_method: 'S256'", "code_challenge_method: 'plain'"),
    ],
    [proof(TEST, S256, '1 2')],
  ),
  mutation(
    'short-verifier',
    'makes verifiers of 24 octets',
    [edit(FILE, VERIFIER, VERIFIER.replace(';', '.slice(0, 32);'))],
    [proof(TEST, MANY, '3')],
  ),
  mutation(
    'guessable-verifier',
    'draws verifiers from Math.random',
    [
      edit(
        FILE,
        VERIFIER,
        "const codeVerifier = Array.from({ length: 43 }, () => Math.floor(Math.random() * 36).toString(36)).join('');",
      ),
    ],
    [proof('unit/house/architecture.test.ts', SOURCE, '3', 'row 3')],
  ),
  mutation(
    'verifier-reused',
    'makes one verifier for all logins',
    [
      edit(
        FILE,
        VERIFIER,
        'const codeVerifier = (globalThis.reused ??= generateRandomCodeVerifier());',
      ),
    ],
    [proof(TEST, MANY, '4')],
  ),
  mutation(
    'state-reused',
    'makes one state for all logins',
    [edit(FILE, STATE, 'const state = (globalThis.reused ??= generateRandomState());')],
    [proof(TEST, MANY, '4 5')],
  ),
  mutation(
    'short-state',
    'makes states of UUIDs, which have 122 bits',
    [edit(FILE, STATE, 'const state = crypto.randomUUID();')],
    [proof(TEST, MANY, '5')],
  ),
  mutation(
    'return-path-sent',
    'tells the authorization server where the person goes back to',
    [
      edit(
        'src/session/session.ts',
        'const startedAt = deps.clock.now();',
        "request.url.searchParams.set('return_to', returnTo); const startedAt = deps.clock.now();",
      ),
    ],
    [
      proof(
        TEST,
        '[row 6] the return path is kept in the browser and is not part of the request',
        '6',
      ),
      proof(TEST, SEVEN, '6'),
    ],
  ),
  mutation(
    'redirect-uri-changed',
    'sends a redirect URI that differs from the registered one by a slash',
    [edit(FILE, 'redirect_uri: client.redirectUri', "redirect_uri: client.redirectUri + '/'")],
    [proof(TEST, '[row 7] the redirect URI is the registered one, to the letter', '7')],
  ),
  mutation(
    'redirect-uri-of-page',
    'makes the redirect URI of the address that the page was opened with',
    [
      edit(
        'src/app/compose.ts',
        '`${location.origin}${BASE_PATH}callback`',
        "new URL('callback', location.href).href + location.search",
      ),
    ],
    [
      proof(
        'e2e/login/welcome.spec.ts',
        '[row 7] every page shows the same form to whoever is logged out, and its redirect URI takes nothing from the address',
        '7',
      ),
    ],
  ),
  mutation(
    'localhost-stays',
    'takes localhost for 127.0.0.1',
    [
      edit(
        'src/app/address.ts',
        "address.hostname !== 'localhost'",
        "address.hostname !== 'local'",
      ),
    ],
    [
      proof(
        'e2e/app/hosting-localhost.spec.ts',
        '[row 8] localhost moves to 127.0.0.1 with its path and query',
        '8',
      ),
    ],
  ),
  mutation(
    'code-taken-along',
    'takes an answer along from localhost',
    [edit('src/app/address.ts', "target.search = '';", '')],
    [
      proof(
        'unit/app/address.test.ts',
        '[row 8, s19] an answer that comes to localhost loses its query',
        '8 s19',
      ),
    ],
  ),
  mutation(
    'port-not-checked',
    'leaves it to the server to say that the port is taken',
    [edit('.build/port.ts', 'if (port !== PORT || (await isFree())) return;', 'return;')],
    [
      proof(
        'e2e/app/start.spec.ts',
        '[row 8] "vite ${command}" with the port taken stops with one clear sentence',
        '8',
      ),
    ],
  ),
  mutation(
    'more-scopes',
    'asks for a permission that no feature needs',
    [edit(FILE, "client.scopes.join(' ')", "[...client.scopes, 'user-read-email'].join(' ')")],
    [
      proof(
        TEST,
        '[row 9] exactly three scopes are asked for, each with a reason for the person who agrees',
        '9',
      ),
    ],
  ),
  mutation(
    'upgrade-forgets-scopes',
    'asks for a further permission alone, so that the new login lacks the others',
    [edit(SCOPES, '[...granted, ...SCOPE_NAMES, ...needed]', '[...SCOPE_NAMES, ...needed]')],
    [proof(TEST, MORE_SCOPES, '9')],
  ),
  mutation(
    'upgrade-without-page',
    'asks for a further permission where Spotify may answer by an earlier consent',
    [edit(SCOPES, '...needed])], showDialog: true }', '...needed])], showDialog: false }')],
    [proof(TEST, MORE_SCOPES, '9')],
  ),
  mutation(
    'login-by-address',
    'begins a login where the address of the page asks for one',
    [
      edit(
        'src/features/login/login-form.tsx',
        'const keepHintId = createUniqueId();',
        "const keepHintId = createUniqueId(); const asked = new URLSearchParams(location.search).get('client_id'); if (asked) void starter.logIn(asked);",
      ),
    ],
    [proof('e2e/login/login.spec.ts', '[row 10] opening an address starts no login', '10')],
  ),
  mutation(
    'login-in-popup',
    'opens the authorization server in a window of its own',
    [edit('src/app/boot.ts', '(url) => location.assign(url)', '(url) => void window.open(url)')],
    [proof('unit/house/architecture.test.ts', SOURCE, '11', 'row 11')],
  ),
  mutation(
    'client-secret-asked',
    'sends a client secret along',
    [
      edit(
        FILE,
        'state,\n    code_challenge:',
        "state,\n    client_secret: 'x',\n    code_challenge:",
      ),
    ],
    [proof(TEST, SEVEN, '1 12'), proof('unit/house/architecture.test.ts', SOURCE, '12', 'row 12')],
  ),
];
