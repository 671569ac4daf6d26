import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const TAKE = 'src/session/take-pending-login.ts';
const TOKEN = 'src/oauth/token.ts';
const VALIDATE = 'validateAuthResponse(server, library, exchange.parameters, exchange.state)';

const ANSWER = 'unit/session/authorization-response.test.ts';
const REFUSED = '[%s] an answer %s is refused and nothing is sent';
const PENDING = 'unit/session/pending-login.test.ts';

/** The cases of the table of refused answers, with their rows. */
function refused(...cases: readonly (readonly [name: string, rows: string])[]) {
  return cases.map(([name, rows]) => proof(ANSWER, REFUSED, rows, name));
}

/** Faults of reading the parameters of an answer: rows 23 to 28. */
export const AUTHORIZATION_RESPONSE: readonly Mutation[] = [
  mutation(
    'first-state-counts',
    'takes the first of two states',
    [edit(TAKE, ' && more.length === 0', '')],
    [
      proof(
        PENDING,
        '[row 23, c4] an answer with a doubled state leaves the login to its real answer',
        '23 c4',
      ),
    ],
  ),
  mutation(
    'first-parameter-counts',
    'takes the first of two parameters of one name',
    [
      edit(
        TOKEN,
        VALIDATE,
        'validateAuthResponse(server, library, new URLSearchParams(Object.fromEntries([...exchange.parameters].reverse())), exchange.state)',
      ),
    ],
    refused(['row 23, c6', '23 c6'], ['row 23, 24, c13', '23 c13']),
  ),
  mutation(
    'only-code-read',
    'reads the code of an answer and nothing else, and makes do without one',
    [
      edit(
        TOKEN,
        VALIDATE,
        "validateAuthResponse(server, library, new URLSearchParams({ code: exchange.parameters.get('code') || 'none', state: exchange.state }), exchange.state)",
      ),
      edit(TOKEN, "['access_token', 'id_token', 'token', 'response']", '[]'),
    ],
    refused(
      ['c7', 'c7'],
      ['c8', 'c8'],
      ['row 27, c9', '27 c9'],
      ['c11', 'c11'],
      ['row 24, c12', '24 c12'],
      ['row 24, c14', '24 c14'],
      ['row 26, c16', '26 c16'],
      ['row 26, c17', '26 c17'],
    ),
  ),
  mutation(
    'issuer-may-be-silent',
    'does without the name of a server that always gives it',
    [edit(TOKEN, 'client.server.sendsIssuer', 'false')],
    [
      proof(
        ANSWER,
        '[row 24] a server that always names itself is not believed without its name',
        '24',
      ),
    ],
  ),
  mutation(
    'extras-refused',
    'refuses an answer with a parameter that nobody knows',
    [
      edit(
        TOKEN,
        'FOREIGN_PARAMETERS.some((name) => exchange.parameters.has(name))',
        "[...exchange.parameters.keys()].some((name) => !['code', 'state', 'iss'].includes(name))",
      ),
    ],
    [proof(ANSWER, '[s18] parameters that mail scanners and extensions add are ignored', 's18')],
  ),
  mutation(
    'denial-is-a-fault',
    'takes a refusal by the person for a fault',
    [
      edit(
        'src/oauth/to-login-error.ts',
        "if (code === 'access_denied') return new LoginError('declined', code);",
        '',
      ),
    ],
    refused(['row 27, c9', '27 c9'], ['c11', 'c11']),
  ),
  mutation(
    'error-text-kept',
    'repeats an error code that nobody knows',
    [
      edit(
        'src/oauth/to-login-error.ts',
        "return KNOWN_CODES.includes(code) ? code : 'unknown_error';",
        'return code;',
      ),
    ],
    [proof(ANSWER, '[row 28] what an answer says in its error is repeated in no error text', '28')],
  ),
];
