import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/oauth/token.ts';
const REQUEST = 'unit/oauth/token-request.test.ts';
const RESPONSE = 'unit/oauth/token-response.test.ts';
const CARRIABLE = "if (![answer.access_token, answer.refresh_token ?? '-'].every(isCarriable))";
const GRANTED = 'unit/session/granted-tokens.test.ts';
const REFUSED = '[%s] %s as token response logs nobody in';
const CARE =
  '[row 34] the %s follows no redirect, takes no cookies along, leaves no copy and no referrer';

/** The cases of the table of refused answers that name this row and case. */
function refused(row: string, ...cases: readonly string[]) {
  return cases.map((name) => proof(RESPONSE, REFUSED, `${row} ${name}`, `row ${row}, ${name}`));
}

/** Faults of the token request and of reading its answer: rows 33 to 38. */
export const TOKEN: readonly Mutation[] = [
  mutation(
    'custom-header',
    'sends a header of its own, which costs a preflight',
    [
      edit(
        FILE,
        "credentials: 'omit',",
        "credentials: 'omit', headers: { ...Object.fromEntries(new Headers(init.headers)), 'X-App': 'liner-notes' },",
      ),
    ],
    [proof(REQUEST, '[row 33] the %s has no header that would cost a preflight', '33')],
  ),
  mutation(
    'exchange-with-other-redirect-uri',
    'exchanges the code with another redirect URI',
    [
      edit(
        FILE,
        'client.redirectUri,\n      exchange',
        "client.redirectUri + '/',\n      exchange",
      ),
    ],
    [
      proof(
        REQUEST,
        '[row 33] the exchange is a form with five fields: the code, and what proves whose it is',
        '33',
      ),
    ],
  ),
  mutation(
    'token-request-with-cookies',
    'takes cookies along to the token endpoint',
    [edit(FILE, "credentials: 'omit',", "credentials: 'include',")],
    [proof(REQUEST, CARE, '34')],
  ),
  mutation(
    'token-request-cached',
    'leaves a copy of the token response in the cache',
    [edit(FILE, "cache: 'no-store',", "cache: 'default',")],
    [proof(REQUEST, CARE, '34')],
  ),
  mutation(
    'token-request-with-referrer',
    'tells the token endpoint the address of the page',
    [edit(FILE, "referrerPolicy: 'no-referrer',", "referrerPolicy: 'unsafe-url',")],
    [proof(REQUEST, CARE, '34')],
  ),
  mutation(
    'redirect-followed',
    'posts code and verifier to wherever the token endpoint redirects',
    [edit(FILE, "credentials: 'omit',", "credentials: 'omit', redirect: 'follow',")],
    [proof(REQUEST, '[row 34, t20] a redirect of the token endpoint is not followed', '34 t20')],
  ),
  mutation(
    'endpoint-without-tls',
    'asks endpoints that have no TLS',
    [
      edit(
        'src/oauth/authorization.ts',
        "if (url.protocol !== 'https:' || new URL(tokenEndpoint).protocol !== 'https:') {",
        'if (!url.protocol || !tokenEndpoint) {',
      ),
    ],
    [
      proof(
        'unit/session/authorization-request.test.ts',
        '[row 35] a server whose %s endpoint has no TLS is not asked at all',
        '35',
      ),
    ],
  ),
  mutation(
    'media-type-unseen',
    'takes tokens out of a web page',
    [edit(FILE, 'if (status === 200 && !/^', 'if (status === 0 && !/^')],
    refused('36', 't1', 't2'),
  ),
  mutation(
    'answer-unread',
    'believes whatever the token endpoint answers',
    [
      edit(
        FILE,
        'await processAuthorizationCodeResponse(server, library, response)',
        'await response.json()',
      ),
      edit(
        FILE,
        "if (answer.token_type !== 'bearer') throw",
        "if (answer.token_type === 'none') throw",
      ),
      edit(FILE, CARRIABLE, 'if (answer === undefined)'),
    ],
    [
      ...refused('36', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10', 't11', 't12', 't13'),
      ...refused('36', 't14', 't15', 't16', 't17', 't19', 't22'),
      ...refused('34', 't20'),
      ...refused('39', 't21', 't23', 't24', 't29'),
    ],
  ),
  mutation(
    'dpop-token-accepted',
    'takes a token of a type that it did not ask for',
    [
      edit(
        FILE,
        "if (answer.token_type !== 'bearer') throw",
        "if (answer.token_type === 'none') throw",
      ),
    ],
    refused('36', 't11'),
  ),
  mutation(
    'token-not-carriable-stored',
    'stores tokens that no header can carry',
    [edit(FILE, CARRIABLE, 'if (answer === undefined)')],
    [
      proof(RESPONSE, REFUSED, 't30', 't30'),
      proof(
        'unit/session/token-not-carriable.test.ts',
        '[t30] an access token that no header can carry (%j) does not renew a login, which is kept',
        't30',
      ),
    ],
  ),
  mutation(
    'extras-in-answer-refused',
    'refuses a token response with a member that nobody knows',
    [edit(FILE, "if (answer.token_type !== 'bearer') throw", "if ('device' in answer) throw")],
    [proof(GRANTED, '[%s] a token response %s logs in', '37', 'row 37')],
  ),
  mutation(
    'scopes-as-asked',
    'takes for granted what was asked for',
    [edit(FILE, "answer.scope ? answer.scope.split(' ') : askedScopes", 'askedScopes')],
    [
      proof(
        GRANTED,
        '[row %s] with %s the login is kept and says what was granted',
        '38 t18 s17',
        '38, t18',
      ),
    ],
  ),
  mutation(
    'no-scope-is-none',
    'takes an answer without scopes for one that grants none',
    [
      edit(
        FILE,
        "answer.scope ? answer.scope.split(' ') : askedScopes",
        "(answer.scope ?? '').split(' ')",
      ),
    ],
    [
      proof(
        GRANTED,
        '[row %s] with %s the login is kept and says what was granted',
        '38',
        'no scope, which means as asked',
      ),
      proof(
        'unit/session/refresh.test.ts',
        '[%s] a refresh that answers with %s keeps the scopes that were granted',
        'r7',
        'r7',
      ),
    ],
  ),
];
