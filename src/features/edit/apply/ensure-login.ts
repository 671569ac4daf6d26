import type { SessionRecord } from '../../../session/types.ts';
import type { EditJob } from '../journal/job-record.ts';
import { scopesOf } from '../plan/plan.ts';
import { EditStop } from './stop.ts';

/** What of a login decides whether it may carry out a job. */
export type JobLogin = Pick<SessionRecord, 'clientId' | 'account' | 'grantedScopes'>;

/** Whether a login is of the account and app that a job was planned for; not while its account is unknown. */
export function isOfLogin(
  job: Pick<EditJob, 'accountId' | 'clientId'>,
  login: JobLogin | undefined,
): boolean {
  return login?.account?.accountId === job.accountId && login.clientId === job.clientId;
}

/**
 * Ensures that a login is of the account and app that a job was planned for, and may do what the job does. @throws
 * EditStop `other-account`, `needs-permission`.
 */
export function ensureLogin(job: EditJob, login: JobLogin | undefined): void {
  if (!isOfLogin(job, login)) throw new EditStop('other-account');
  const isLacking = scopesOf(job.plan).some((scope) => !login?.grantedScopes.includes(scope));
  if (isLacking) throw new EditStop('needs-permission');
}
