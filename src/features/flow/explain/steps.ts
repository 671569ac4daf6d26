import type { CheckRecord, Field, Flow, TokenAnswer, TokenExchange } from '../record/flow.ts';
import { CHECK_COUNT, checkText, meaningOf } from './meanings.ts';
import {
  type Known,
  type Line,
  type Message,
  STEP_TEXTS,
  type Step,
  type StepKind,
} from './step.ts';

/** Converts a flow into its steps, in order; without a flow, the steps have texts and no values. */
export function stepsOf(flow: Flow | undefined): readonly Step[] {
  const known: Readonly<Record<Exclude<StepKind, 'refresh'>, Known>> = {
    verifier: verifierStep(flow),
    challenge: challengeStep(flow),
    request: requestStep(flow),
    consent: consentStep(flow),
    response: responseStep(flow),
    'token-request': tokenRequestStep(flow),
    'token-response': tokenResponseStep(flow),
    call: callStep(flow),
  };
  const refreshes = flow?.refreshes ?? [];
  const last: readonly (readonly [string, Known])[] =
    refreshes.length > 0
      ? refreshes.map((refresh) => [`refresh-${refresh.at}`, refreshStep(refresh)])
      : [['refresh', { state: 'ahead' }]];
  const steps = [
    ...Object.entries(known).map(([kind, step]) => ({ id: kind, kind: kind as StepKind, step })),
    ...last.map(([id, step]) => ({ id, kind: 'refresh' as const, step })),
  ];
  return steps.map(({ id, kind, step }, index) => ({
    ...STEP_TEXTS[kind],
    ...step,
    id,
    kind,
    number: index + 1,
  }));
}

const AHEAD: Known = { state: 'ahead' };

/** The code verifier; of a real login only its length is recorded. */
function verifierStep(flow: Flow | undefined): Known {
  const request = flow?.request;
  if (!request) return AHEAD;
  const field: Field = ['code_verifier', request.codeVerifier];
  return { state: 'done', at: request.at, messages: [{ title: 'Made', lines: lines([field]) }] };
}

/** The code challenge, as it was sent. */
function challengeStep(flow: Flow | undefined): Known {
  const request = flow?.request;
  if (!request) return AHEAD;
  const fields = request.parameters.filter(([name]) => name.startsWith('code_challenge'));
  return { state: 'done', at: request.at, messages: [{ title: 'Derived', lines: lines(fields) }] };
}

/** The authorization request, split into its parameters. */
function requestStep(flow: Flow | undefined): Known {
  const request = flow?.request;
  if (!request) return AHEAD;
  const head = `GET ${request.endpoint}`;
  const message = { title: 'Address', head, lines: lines(request.parameters) };
  return { state: 'done', at: request.at, messages: [message] };
}

/** The time between the authorization request and its response. */
function consentStep(flow: Flow | undefined): Known {
  const { request, response } = flow ?? {};
  if (!request) return AHEAD;
  if (!response) return { state: 'waiting', outcome: 'The page is waiting for a reply.' };
  const seconds = Math.round((response.at - request.at) / 1000);
  const away = seconds < 0 ? 'for an unknown time: the clock was set back' : `for ${seconds} s`;
  const isDeclined = response.checks.some(({ check, isGood }) => check === 'no-error' && !isGood);
  return {
    state: isDeclined ? 'failed' : 'done',
    at: response.at,
    outcome: `You were away ${away}.`,
  };
}

/** The authorization response, with the results of all checks. */
function responseStep(flow: Flow | undefined): Known {
  const response = flow?.response;
  if (!response) return AHEAD;
  const isRefused = response.checks.some(({ isGood }) => !isGood);
  const isWhole = response.checks.length === CHECK_COUNT;
  const made = `${response.checks.filter(({ isGood }) => isGood).length} of ${CHECK_COUNT} checks passed`;
  return {
    state: isRefused ? 'failed' : isWhole ? 'done' : 'waiting',
    at: response.at,
    outcome: isRefused ? `${made}. The page refused the reply.` : `${made}.`,
    messages: [
      { title: 'Parameters', lines: lines(response.parameters), ...others(response.others) },
      { title: 'Checks', lines: response.checks.map(checkLine) },
    ],
  };
}

/** The token request of the login. */
function tokenRequestStep(flow: Flow | undefined): Known {
  const exchange = flow?.exchange;
  if (!exchange) return AHEAD;
  return { state: 'done', at: exchange.at, exchange, messages: [formMessage(exchange)] };
}

/** The token response of the login. */
function tokenResponseStep(flow: Flow | undefined): Known {
  const exchange = flow?.exchange;
  if (!exchange) return AHEAD;
  const { answer } = exchange;
  if (!answer) return { state: 'waiting' };
  return { state: stateOf(answer), at: answer.at, messages: [answerMessage(answer)] };
}

/** The first request to the Web API. */
function callStep(flow: Flow | undefined): Known {
  const call = flow?.call;
  if (!call) return AHEAD;
  const { at, method, url, status } = call;
  const message = { title: 'Request', head: `${method} ${url}`, lines: [] };
  const isGood = status !== null && status < 400;
  return {
    state: isGood ? 'done' : 'failed',
    at,
    outcome: statusText(status),
    messages: [message],
  };
}

/** One refresh of the access token. */
function refreshStep(exchange: TokenExchange): Known {
  const { at, answer } = exchange;
  const request = formMessage(exchange);
  if (!answer) return { state: 'waiting', at, exchange, messages: [request] };
  const isNew = answer.members.some(([name]) => name === 'refresh_token');
  const outcome = isNew
    ? 'Spotify sent a new refresh token. It replaces the old one.'
    : 'Spotify sent no new refresh token. The old one stays valid.';
  return {
    state: stateOf(answer),
    at,
    exchange,
    outcome: stateOf(answer) === 'done' ? outcome : statusText(answer.status),
    messages: [request, answerMessage(answer)],
  };
}

function stateOf({ status, members }: TokenAnswer): 'done' | 'failed' {
  const hasToken = members.some(([name]) => name === 'access_token');
  return status === 200 && hasToken ? 'done' : 'failed';
}

function formMessage({ endpoint, fields }: TokenExchange): Message {
  return { title: 'Request', head: `POST ${endpoint}`, lines: lines(fields) };
}

function answerMessage({ status, members, others: more }: TokenAnswer): Message {
  return { title: 'Response', head: statusText(status), lines: lines(members), ...others(more) };
}

function statusText(status: number | null): string {
  return status === null ? 'The page couldn’t read the reply.' : `Status ${status}`;
}

function others(count: number): Pick<Message, 'note'> {
  return count > 0 ? { note: `${count} more that the page didn’t ask for and ignores.` } : {};
}

function lines(fields: readonly Field[]): readonly Line[] {
  return fields.map(([name, value]) => ({ name, value, ...meaningOf(name) }));
}

function checkLine({ check, isGood }: CheckRecord): Line {
  return { ...checkText(check), value: isGood ? 'passed' : 'refused', isGood };
}
