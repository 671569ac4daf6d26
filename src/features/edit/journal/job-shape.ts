import {
  fits,
  type Guard,
  isNumber,
  isString,
  isStrings,
  orNull,
  type Shape,
} from '../../../storage/shape.ts';
import type { LeftOutReason, ListBefore, Plan, PlannedRow, SavedBefore } from '../plan/plan.ts';
import type { EditJob, Step, StepState } from './job-record.ts';

const STATES: Readonly<Record<StepState, true>> = {
  planned: true,
  sent: true,
  acknowledged: true,
  verified: true,
  unknown: true,
  refused: true,
  skipped: true,
};

const isRecordOf =
  <T>(isMember: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    typeof value === 'object' && value !== null && Object.values(value).every(isMember);
const areAll =
  <T>(isMember: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(isMember);
const isOptional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);
const isState: Guard<StepState> = (value): value is StepState =>
  typeof value === 'string' && Object.hasOwn(STATES, value);

/** The members that each kind of operation has beside its kind. */
const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Guard<unknown>>>>> = {
  create: { list: isString, name: isString, description: isString },
  add: { list: isString, uris: isStrings, position: orNull(isNumber) },
  remove: { list: isString, uris: isStrings },
  details: { list: isString, change: isRecordOf((value): value is unknown => value !== null) },
  save: { uris: isStrings },
  unsave: { uris: isStrings },
};

const isOperation: Guard<Step['operation']> = (value): value is Step['operation'] => {
  const { kind }: { readonly kind?: unknown } = Object(value);
  const members = typeof kind === 'string' ? OPERATIONS[kind] : undefined;
  return members !== undefined && fits<Readonly<Record<string, unknown>>>(value, members);
};

const REASONS: Readonly<Record<LeftOutReason, true>> = {
  local: true,
  episode: true,
  gone: true,
  'not-searched': true,
  'not-checked': true,
  'not-found': true,
  skipped: true,
  there: true,
};
const ROW: Shape<PlannedRow> = {
  list: isString,
  from: isString,
  position: isNumber,
  song: isString,
  uri: orNull(isString),
  reason: orNull(
    (value): value is LeftOutReason => typeof value === 'string' && Object.hasOwn(REASONS, value),
  ),
};

const BEFORE: Shape<ListBefore> = { name: isString, rows: areAll(orNull(isString)) };
const SAVED: Shape<SavedBefore> = { at: orNull(isString), position: orNull(isNumber) };
const PLAN: Shape<Plan> = {
  title: isString,
  operations: areAll(isOperation),
  from: isRecordOf((value): value is ListBefore => fits(value, BEFORE)),
  names: isRecordOf(isString),
  leaves: isOptional(isStrings),
  labels: isOptional(isRecordOf(isString)),
  details: isOptional(
    isRecordOf((value): value is NonNullable<Plan['details']>[string] => isDetails(value)),
  ),
  saved: isOptional(isRecordOf((value): value is SavedBefore => fits(value, SAVED))),
  lost: isStrings,
  rows: isOptional(areAll((value): value is PlannedRow => fits(value, ROW))),
};

function isDetails(value: unknown): value is NonNullable<Plan['details']>[string] {
  const { name, description, isPublic, isCollaborative }: Readonly<Record<string, unknown>> =
    Object(value);
  return (
    isString(name) &&
    (description === null || isString(description)) &&
    (isPublic === null || typeof isPublic === 'boolean') &&
    typeof isCollaborative === 'boolean'
  );
}

const STEP: Shape<Step> = {
  operation: isOperation,
  state: isState,
  at: orNull(isNumber),
  reason: isOptional(isString),
};

const JOB: Shape<EditJob> = {
  id: isString,
  accountId: isString,
  clientId: isString,
  startedAt: isNumber,
  plan: (value): value is Plan => fits(value, PLAN),
  steps: areAll((value): value is Step => fits(value, STEP)),
  created: isRecordOf(isString),
  namesakes: isStrings,
  deviations: isStrings,
  undoes: isOptional(isString),
  isUndone: isOptional((value): value is boolean => typeof value === 'boolean'),
};

/** Tells whether a stored value is the record of a job. */
export const isEditJob: Guard<EditJob> = (value): value is EditJob => fits(value, JOB);
