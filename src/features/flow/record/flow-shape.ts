import {
  fits,
  type Guard,
  isBoolean,
  isNumber,
  isString,
  orNull,
  type Shape,
} from '../../../storage/shape.ts';
import type {
  CallRecord,
  CheckRecord,
  Field,
  Flow,
  RequestRecord,
  ResponseRecord,
  Shown,
  TokenAnswer,
  TokenExchange,
} from './flow.ts';

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
