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

/** Something that was sent, as it may be kept: whole, or of a secret the length alone. */
export type Shown = string | { readonly hidden: number };

/** A parameter, form field or member by its name. */
export type Field = readonly [name: string, value: Shown];

/** The authorization request (RFC 6749, section 4.1.1; RFC 7636, section 4.3). */
interface RequestRecord {
  /** In ms since the epoch, as every time here. */
  readonly at: number;
  /** Without its query. */
  readonly endpoint: string;
  readonly parameters: readonly Field[];
  readonly codeVerifier: Shown;
}

/** How one check of the authorization response went. */
export interface CheckRecord {
  readonly check: Check;
  readonly isGood: boolean;
}

/** The authorization response (RFC 6749, section 4.1.2). */
interface ResponseRecord {
  readonly at: number;
  readonly parameters: readonly Field[];
  /** How many parameters came that belong to no such response; they are not looked at. */
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

/** What came of a token request. */
export interface TokenAnswer {
  readonly at: number;
  /** HTTP status; `null` where no answer could be read. */
  readonly status: number | null;
  readonly members: readonly Field[];
  /** How many members came that no such response has; they are ignored. */
  readonly others: number;
}

/** The first request to the Web API after the login. */
interface CallRecord {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** HTTP status; `null` where no answer could be read, or none has come. */
  readonly status: number | null;
}

/** How one login came about, step by step; what has not happened, or was not seen, is `null`. */
export interface Flow {
  readonly version: 1;
  /** The login it led to, if it led to one. */
  readonly loginId: string | null;
  readonly request: RequestRecord | null;
  readonly response: ResponseRecord | null;
  readonly exchange: TokenExchange | null;
  readonly call: CallRecord | null;
  /** The newest ones, oldest first. */
  readonly refreshes: readonly TokenExchange[];
  /** Why it led to none: a short stable word of ours. */
  readonly failure: string | null;
}

/** How many refreshes are kept. */
const REFRESHES = 20;

/** A flow of which nothing is known yet. */
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

/** Puts a refresh at the end, or in the place of itself without its answer. */
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

/** Reads a stored flow; damaged ones and those of another version count as none. */
export function parseFlow(stored: unknown): Flow | undefined {
  return fits(stored, FLOW) ? stored : undefined;
}
