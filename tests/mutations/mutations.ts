import { AUTHORIZATION_REQUEST } from './changes/authorization-request.ts';
import { AUTHORIZATION_RESPONSE } from './changes/authorization-response.ts';
import { CALLBACK } from './changes/callback.ts';
import { FAILURES } from './changes/failures.ts';
import { PENDING_LOGIN } from './changes/pending-login.ts';
import { TOKEN } from './changes/token.ts';
import type { Mutation } from './types.ts';

/** Every known mutation, in the order of the rows it proves. */
export const MUTATIONS: readonly Mutation[] = [
  ...AUTHORIZATION_REQUEST,
  ...CALLBACK,
  ...AUTHORIZATION_RESPONSE,
  ...PENDING_LOGIN,
  ...TOKEN,
  ...FAILURES,
];
