import type { Check } from '../../../oauth/types.ts';
import {
  fits,
  type Guard,
  isBoolean,
  isNumber,
  isString,
  orNull,
  type Shape,
} from '../../../storage/shape.ts';

/** A value as it may be stored: the value itself, or the length of a secret. */
export type Shown = string | { readonly hidden: number };

/** Name and value of a parameter, a form field or a JSON member. */
export type Field = readonly [name: string, value: Shown];

/** The authorization request (RFC 6749, section 4.1.1; RFC 7636, section 4.3). */
interface RequestRecord {
  /** In ms since the epoch, as every time in this file. */
  readonly at: number;
  /** Address without its query. */
  readonly endpoint: string;
  readonly parameters: readonly Field[];
  readonly codeVerifier: Shown;
}

/** Result of one check of the authorization response. */
export interface CheckRecord {
  readonly check: Check;
  readonly isGood: boolean;
}

/** The authorization response (RFC 6749, section 4.1.2). */
interface ResponseRecord {
  readonly at: number;
  readonly parameters: readonly Field[];
  /** Number of unknown parameters, whose values are ignored. */
  readonly others: number;
  readonly checks: readonly CheckRecord[];
}

/** One request to the token endpoint and its response (RFC 6749, sections 4.1.3, 5 and 6). */
export interface TokenExchange {
  readonly at: number;
  readonly endpoint: string;
  readonly fields: readonly Field[];
  readonly answer: TokenAnswer | null;
}

/** Response to a token request. */
export interface TokenAnswer {
  readonly at: number;
  /** HTTP status; `null` if no response could be read. */
  readonly status: number | null;
  readonly members: readonly Field[];
  /** Number of unknown members, which are ignored. */
  readonly others: number;
}

/** The first request to the Web API after the login. */
interface CallRecord {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** HTTP status; `null` before the response, or if no response could be read. */
  readonly status: number | null;
}

/** Record of one login, step by step; a step that has not happened, or was not observed, is `null`. */
export interface Flow {
  readonly version: 1;
  /** Id of the resulting login; `null` without one. */
  readonly loginId: string | null;
  readonly request: RequestRecord | null;
  readonly response: ResponseRecord | null;
  readonly exchange: TokenExchange | null;
  readonly call: CallRecord | null;
  /** The latest refreshes, oldest first. */
  readonly refreshes: readonly TokenExchange[];
  /** Kind and code of the error that ended the attempt; `null` without one. */
  readonly failure: string | null;
}

/** Maximum number of stored refreshes. */
const REFRESHES = 20;

/** An empty flow. */
export const NOTHING_YET: Flow = {
  version: 1,
  loginId: null,
  request: null,
  response: null,
  exchange: null,
  call: null,
  refreshes: [],
  failure: null,
};

/** Appends a refresh, or replaces its record without a response. */
export function withRefresh(flow: Flow, refresh: TokenExchange): Flow {
  const others = flow.refreshes.filter(({ at }) => at !== refresh.at);
  return { ...flow, refreshes: [...others, refresh].slice(-REFRESHES) };
}

const HIDDEN: Shape<{ hidden: number }> = { hidden: isNumber };
const isShown: Guard<Shown> = (value): value is Shown => isString(value) || fits(value, HIDDEN);
const isField: Guard<Field> = (value): value is Field =>
  Array.isArray(value) && value.length === 2 && isString(value[0]) && isShown(value[1]);

function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}
function shaped<T>(shape: Shape<T>): Guard<T> {
  return (value): value is T => fits(value, shape);
}

const REQUEST: Shape<RequestRecord> = {
  at: isNumber,
  endpoint: isString,
  parameters: listOf(isField),
  codeVerifier: isShown,
};
const CHECK: Shape<CheckRecord> = {
  check: (value): value is CheckRecord['check'] => isString(value),
  isGood: isBoolean,
};
const RESPONSE: Shape<ResponseRecord> = {
  at: isNumber,
  parameters: listOf(isField),
  others: isNumber,
  checks: listOf(shaped(CHECK)),
};
const ANSWER: Shape<TokenAnswer> = {
  at: isNumber,
  status: orNull(isNumber),
  members: listOf(isField),
  others: isNumber,
};
const EXCHANGE: Shape<TokenExchange> = {
  at: isNumber,
  endpoint: isString,
  fields: listOf(isField),
  answer: orNull(shaped(ANSWER)),
};
const CALL: Shape<CallRecord> = {
  at: isNumber,
  method: isString,
  url: isString,
  status: orNull(isNumber),
};
const FLOW: Shape<Flow> = {
  version: (value): value is 1 => value === 1,
  loginId: orNull(isString),
  request: orNull(shaped(REQUEST)),
  response: orNull(shaped(RESPONSE)),
  exchange: orNull(shaped(EXCHANGE)),
  call: orNull(shaped(CALL)),
  refreshes: listOf(shaped(EXCHANGE)),
  failure: orNull(isString),
};

/** Parses a stored flow; `undefined` if it is damaged or of another version. */
export function parseFlow(stored: unknown): Flow | undefined {
  return fits(stored, FLOW) ? stored : undefined;
}
