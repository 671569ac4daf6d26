import { LoginError } from '../../../oauth/errors.ts';
import type { LoginEvent } from '../../../session/events.ts';
import {
  type Flow,
  NOTHING_YET,
  type TokenAnswer,
  type TokenExchange,
  withRefresh,
} from './flow.ts';
import type { Redaction } from './redact.ts';

/** A request of the login, with its address and form. */
type Sent = Extract<LoginEvent, { kind: 'sent' }>;

/** Makes a flow that begins with its authorization request. */
export function begun(event: Extract<LoginEvent, { kind: 'begun' }>, redaction: Redaction): Flow {
  const { origin, pathname, searchParams } = event.url;
  return {
    ...NOTHING_YET,
    request: {
      at: event.at,
      endpoint: origin + pathname,
      parameters: redaction.sent(searchParams),
      codeVerifier: redaction.secret(event.codeVerifier),
    },
  };
}

/**
 * Adds an authorization response to the flow that waits for one. A flow whose response has passed the check of its tab
 * is complete: another response makes a new flow, whose request was not observed.
 */
export function answered(
  flow: Flow,
  { at, parameters }: Extract<LoginEvent, { kind: 'answered' }>,
  issuer: string,
  redaction: Redaction,
): Flow {
  const state = flow.request?.parameters.find(([name]) => name === 'state')?.[1];
  const isWaiting =
    flow.request && !flow.response?.checks.some(({ check, isGood }) => check === 'tab' && isGood);
  const expected = { state: isWaiting && typeof state === 'string' ? state : undefined, issuer };
  const { fields, others } = redaction.response(parameters, expected);
  return {
    ...NOTHING_YET,
    request: isWaiting ? flow.request : null,
    response: { at, parameters: fields, others, checks: [] },
  };
}

/** Adds the result of a check of the response. */
export function checked(
  flow: Flow,
  { check, isGood }: Extract<LoginEvent, { kind: 'checked' }>,
): Flow {
  if (!flow.response) return flow;
  const checks = [...flow.response.checks, { check, isGood }];
  return { ...flow, response: { ...flow.response, checks } };
}

/** Gives the form of a request to the token endpoint; its `grant_type` names the grant. */
export function formOf({ init }: Sent): URLSearchParams {
  return new URLSearchParams(String(init.body ?? ''));
}

/** Makes the record of a token request, without its response. */
export function tokenRequest(event: Sent, redaction: Redaction): TokenExchange {
  return {
    at: event.at,
    endpoint: event.url,
    fields: redaction.sent(formOf(event)),
    answer: null,
  };
}

/** Waits for the response to a token request; never rejects. */
export async function tokenAnswer(
  { response }: Sent,
  redaction: Redaction,
  now: () => number,
): Promise<TokenAnswer> {
  const answer = await response.catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const { fields, others } = redaction.answer(body);
  return { at: now(), status: answer?.status ?? null, members: fields, others };
}

/** Adds a token exchange: the one of the login, or a refresh. */
export function exchanged(flow: Flow, exchange: TokenExchange): Flow {
  const [, grant] = exchange.fields.find(([name]) => name === 'grant_type') ?? [];
  return grant === 'refresh_token' ? withRefresh(flow, exchange) : { ...flow, exchange };
}

/** Gives the kind and the code of the error that ended a login. */
export function failureOf(error: unknown): string {
  if (!(error instanceof LoginError)) return 'unknown';
  const { kind, code } = error;
  return code === kind ? kind : `${kind} (${code})`;
}
