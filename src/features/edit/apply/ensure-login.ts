import type { SessionRecord } from '../../../session/types.ts';
import type { EditJob } from '../journal/job-record.ts';
import { scopesOf } from '../plan/plan.ts';
import { EditStop } from './stop.ts';

/** What of a login decides whether it may carry out a job. */
export type JobLogin = Pick<SessionRecord, 'clientId' | 'account' | 'grantedScopes'>;

/**
 * Ensures that a login is of the account and app that a job was planned for, and may do what the job does. @throws
 * EditStop `other-account`, also while the account of the login is unknown; `needs-permission`.
 */
export function ensureLogin(job: EditJob, login: JobLogin | undefined): void {
  const isSame = login?.account?.accountId === job.accountId && login.clientId === job.clientId;
  if (!isSame) throw new EditStop('other-account');
  const isLacking = scopesOf(job.plan).some((scope) => !login.grantedScopes.includes(scope));
  if (isLacking) throw new EditStop('needs-permission');
}
