import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/oauth/to-login-error.ts';
const RESPONSE = 'unit/oauth/token-response.test.ts';
const REFUSED = '[%s] %s as token response logs nobody in';
const REFRESH = 'unit/session/refresh.test.ts';
const KEPT = '[row 39, %s] %s at a refresh logs nobody out, and the next try works';

/** Faults of sorting failures: rows 39 to 41. */
export const FAILURES: readonly Mutation[] = [
  mutation(
    'outage-is-final',
    'takes an outage and a rate limit for a refusal',
    [edit(FILE, 'status === 408 || status === 429 || status >= 500', 'status === 408')],
    [
      proof(RESPONSE, REFUSED, '39 t25', 'row 39, t25'),
      proof(RESPONSE, REFUSED, '39 t26', 'row 39, t26'),
      proof(REFRESH, KEPT, '39 r4', 'r4'),
      proof(REFRESH, KEPT, '39 r5', 'r5'),
      proof(REFRESH, KEPT, '39 s16', 's16'),
    ],
  ),
  mutation(
    'network-is-protocol',
    'takes a network that fails for a broken answer',
    [
      edit(
        FILE,
        "new LoginError('login-unavailable', 'network', { cause: thrown })",
        "new LoginError('protocol', 'network')",
      ),
    ],
    [proof(RESPONSE, REFUSED, '39 t27', 'row 39, t27'), proof(REFRESH, KEPT, '39 r6', 'r6')],
  ),
  mutation(
    'broken-body-is-protocol',
    'takes a body that breaks off for one that is no JSON',
    [
      edit(
        'src/oauth/token.ts',
        'ofNetwork(response.text());',
        "ofNetwork(response.text().catch(() => ''));",
      ),
    ],
    [proof(RESPONSE, REFUSED, '39 t28', 'row 39, t28')],
  ),
  mutation(
    'invalid-grant-is-config',
    'takes the end of a login for a wrong set-up',
    [edit(FILE, "if (code === 'invalid_grant') return new LoginError('invalid-grant', code);", '')],
    [
      proof(RESPONSE, REFUSED, '39 t21', 'row 39, t21'),
      proof(
        REFRESH,
        '[row 39, r3] invalid_grant ends the session for good: the token is dropped and never tried again',
        '39 r3',
      ),
    ],
  ),
  mutation(
    'every-refusal-ends',
    'ends the login at every refusal of a refresh',
    [
      edit(
        'src/session/refresh.ts',
        "if (isLoginError(error, 'invalid-grant')) return end(deps, stored);",
        'if (error) return end(deps, stored);',
      ),
    ],
    [
      proof(REFRESH, KEPT, '39 r4', 'r4'),
      proof(REFRESH, KEPT, '39 r5', 'r5'),
      proof(REFRESH, KEPT, '39 r6', 'r6'),
      proof(REFRESH, KEPT, '39', 'invalid_client'),
    ],
  ),
  mutation(
    'description-read',
    'judges an error by its description',
    [
      edit(
        FILE,
        'function ofTokenResponse(error: ResponseBodyError): Error {\n  const code = known(error.error);',
        'function ofTokenResponse(error: ResponseBodyError): Error {\n  const code = known(error.error_description ?? error.error);',
      ),
    ],
    [
      proof(
        REFRESH,
        '[row 40] invalid_grant counts by its code, whatever its description says',
        '40',
      ),
      proof(RESPONSE, REFUSED, '40', 'row 40'),
    ],
  ),
  mutation(
    'retry-after-made-up',
    'takes a Retry-After that cannot be read for no wait',
    [
      edit(
        'src/spotify/to-spotify-error.ts',
        "headers.get('retry-after') ?? Number.NaN",
        "headers.get('retry-after') ?? 0",
      ),
    ],
    [
      proof(
        'unit/spotify/spotify-failures.test.ts',
        '[row 41] a rate limit that says to wait %j means %j s',
        '41',
      ),
    ],
  ),
  mutation(
    'own-fault-as-network',
    'takes every failure of a request for one of the network',
    [
      edit(
        'src/spotify/http.ts',
        'if (!(error instanceof NetworkError)) throw error;',
        'if (!(error instanceof Error)) throw error;',
      ),
    ],
    [
      proof(
        'unit/spotify/pace-faults.test.ts',
        '[s30] a fault that is not the network’s is told as what it is, at once',
        's30',
      ),
    ],
  ),
];
