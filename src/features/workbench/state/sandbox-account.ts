import type { Session } from '../../../session/session.ts';
import { exchange } from '../../../spotify/exchange.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { PROFILE_URL, parseProfile } from '../../../spotify/profile.ts';
import { parseBody } from './send-request.ts';

/** Requests and stores the account of the sandbox's login if it is unknown; a failure leaves it unknown. */
export async function ensureSandboxAccount(
  session: Session,
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<void> {
  const state = session.state();
  if (state.kind !== 'signed-in' || state.record.account) return;
  const request = { method: 'GET', url: PROFILE_URL, body: undefined } as const;
  const outcome = await exchange(connection, request, signal);
  if (outcome.kind !== 'answer' || outcome.answer.status !== 200) return;
  const user = parseProfile(parseBody(outcome.answer.text)?.value);
  if (!user) return;
  const { accountId, id, displayName } = user;
  await session.setAccount(state.record.loginId, { accountId, userId: id, displayName });
}
