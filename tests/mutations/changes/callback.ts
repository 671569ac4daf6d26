import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const ADDRESS = 'src/app/address.ts';
const TAKE = 'src/session/take-pending-login.ts';
const TOKEN = 'src/oauth/token.ts';
const VALIDATE = 'validateAuthResponse(server, library, exchange.parameters, exchange.state)';

const ANSWER = 'unit/session/authorization-response.test.ts';
const REFUSED = '[%s] an answer %s is refused and nothing is sent';
const PENDING = 'unit/session/pending-login.test.ts';
const ADDRESSES = 'unit/app/address.test.ts';

/** The cases of the table of refused answers, with their rows. */
function refused(...cases: readonly (readonly [name: string, rows: string])[]) {
  return cases.map(([name, rows]) => proof(ANSWER, REFUSED, rows, name));
}

/** Faults of taking an answer for the one that is waited for: rows 13 and 20 to 22. */
export const CALLBACK: readonly Mutation[] = [
  mutation(
    'no-url-strip',
    'leaves the code in the address of the page',
    [edit(ADDRESS, "history.replaceState(null, '', path);", '')],
    [
      proof(
        ADDRESSES,
        '[row 13, s18] a callback loses its query and its fragment at once, whatever they hold: %s',
        '13 s18',
      ),
      proof(
        'e2e/login/callback-address.spec.ts',
        '[row 13, row 19, row 27, row 28] an answer that finishes no login leaves neither address nor text of its own, and a page with one button',
        '13',
      ),
    ],
  ),
  mutation(
    'strip-after-await',
    'strips the address only after the page was read and drawn',
    [
      edit(
        ADDRESS,
        "history.replaceState(null, '', path);",
        "setTimeout(() => history.replaceState(null, '', path));",
      ),
    ],
    [
      proof(
        ADDRESSES,
        '[row 13, s18] a callback loses its query and its fragment at once, whatever they hold: %s',
        '13',
      ),
    ],
  ),
  mutation(
    'fragment-read',
    'takes an answer out of the fragment too',
    [
      edit(
        ADDRESS,
        'return address.searchParams;',
        'return new URLSearchParams(address.search || address.hash.slice(1));',
      ),
    ],
    [proof(ADDRESSES, '[row 26, c15] nothing is read from the fragment of a callback', '26 c15')],
  ),
  mutation(
    'callback-anywhere',
    'takes any address with a code for the callback',
    [edit(ADDRESS, "if (path === `${basePath}callback` && rest !== '') {", "if (rest !== '') {")],
    [proof(ADDRESSES, '[s19] an answer that comes to %s is not taken for a callback', 's19')],
  ),
  mutation(
    'no-state-check',
    'takes every answer for the one to the login of this tab',
    [
      edit(
        TAKE,
        "const [state = '', ...more] = parameters.getAll('state');",
        "const state = deps.tabMark.get() ?? '';",
      ),
      edit(
        TAKE,
        "demand('state', state !== '' && more.length === 0);",
        "demand('state', state !== '');",
      ),
      edit(TOKEN, 'validateAuthResponse,\n}', 'skipStateCheck,\n  validateAuthResponse,\n}'),
      edit(TOKEN, VALIDATE, VALIDATE.replace('exchange.state', 'skipStateCheck')),
    ],
    [
      ...refused(
        ['row 20, c1', '20 c1'],
        ['row 20, c2', '20 c2'],
        ['row 20, c3', '20 c3'],
        ['row 20, c5', '20 c5'],
        ['row 22, c10', 'c10'],
        ['s1', 's1'],
      ),
      proof(
        PENDING,
        '[row 21] forged answers harm neither a login that waits in this very tab nor a session',
        '21 s25',
      ),
    ],
  ),
  mutation(
    'tab-not-bound',
    'takes the answer to a login of another tab',
    [edit(TAKE, "demand('tab', state === deps.tabMark.get());", '')],
    [
      proof(
        PENDING,
        '[row 18, s2] the answer to one tab is refused in another, and still works in its own',
        '18 s2',
      ),
      proof(
        PENDING,
        '[row 4, s4] of two logins begun in one tab the first is refused and the second works',
        '4 s4',
      ),
    ],
  ),
  mutation(
    'mark-taken-unseen',
    'forgets the login that waits before it has looked at the answer',
    [
      edit(
        TAKE,
        "const [state = '', ...more] = parameters.getAll('state');",
        "const mark = deps.tabMark.get(); deps.tabMark.remove(); const [state = '', ...more] = parameters.getAll('state');",
      ),
      edit(TAKE, 'state === deps.tabMark.get()', 'state === mark'),
    ],
    [
      proof(
        PENDING,
        '[row 21] forged answers harm neither a login that waits in this very tab nor a session',
        '21',
      ),
    ],
  ),
  mutation(
    'session-lost-to-forgery',
    'logs out where an answer is refused',
    [
      edit(
        'src/session/session.ts',
        'const pending = await takePendingLogin(deps, parameters, report);',
        'const pending = await takePendingLogin(deps, parameters, report).catch(async (error) => { await login.clear(); throw error; });',
      ),
    ],
    [
      proof(
        PENDING,
        '[row 21] forged answers harm neither a login that waits in this very tab nor a session',
        '21',
      ),
    ],
  ),
  mutation(
    'error-before-state',
    'believes an error before it has checked the state',
    [
      edit(
        TAKE,
        "const [state = '', ...more] = parameters.getAll('state');",
        "if (parameters.get('error') === 'access_denied') throw new LoginError('declined'); const [state = '', ...more] = parameters.getAll('state');",
      ),
    ],
    refused(['row 22, c10', '22 c10']),
  ),
];
