import { AUTHORIZATION_REQUEST } from './changes/authorization-request.ts';
import { AUTHORIZATION_RESPONSE } from './changes/authorization-response.ts';
import { CALLBACK } from './changes/callback.ts';
import { FAILURES } from './changes/failures.ts';
import { HARDENING } from './changes/hardening.ts';
import { HUNG_TAB } from './changes/hung-tab.ts';
import { LIFETIME } from './changes/lifetime.ts';
import { LOG_OUT_MUTATIONS } from './changes/log-out.ts';
import { LOG_OUT_HOLDS } from './changes/log-out-holds.ts';
import { PACE } from './changes/pace.ts';
import { PAGE_LEFT } from './changes/page-left.ts';
import { PENDING_LOGIN } from './changes/pending-login.ts';
import { POLICY } from './changes/policy.ts';
import { REFRESH_MUTATIONS } from './changes/refresh.ts';
import { REQUESTS } from './changes/requests.ts';
import { SERVICE_WORKERS } from './changes/service-workers.ts';
import { STORAGE_MUTATIONS } from './changes/storage.ts';
import { TOKEN } from './changes/token.ts';
import { WHAT_HAPPENS } from './changes/what-happens.ts';
import type { Mutation } from './types.ts';

/** Every known mutation, in the order of the rows it proves. */
export const MUTATIONS: readonly Mutation[] = [
  ...AUTHORIZATION_REQUEST,
  ...CALLBACK,
  ...AUTHORIZATION_RESPONSE,
  ...PENDING_LOGIN,
  ...TOKEN,
  ...FAILURES,
  ...REQUESTS,
  ...LIFETIME,
  ...HARDENING,
  ...POLICY,
  ...STORAGE_MUTATIONS,
  ...SERVICE_WORKERS,
  ...REFRESH_MUTATIONS,
  ...HUNG_TAB,
  ...LOG_OUT_MUTATIONS,
  ...LOG_OUT_HOLDS,
  ...PAGE_LEFT,
  ...PACE,
  ...WHAT_HAPPENS,
];
