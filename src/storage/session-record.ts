import { NewerRecordError } from '../session/errors.ts';
import type { Account, SessionRecord } from '../session/types.ts';
import { fits, isNumber, isString, isStrings, orNull, type Shape } from './shape.ts';

/** Version of the stored session record; a change of its shape makes a new one. */
const VERSION = 1;

const SHAPE: Shape<Omit<SessionRecord, 'isKept'>> = {
  loginId: isString,
  clientId: isString,
  redirectUri: isString,
  issuer: isString,
  askedScopes: isStrings,
  grantedScopes: isStrings,
  accessToken: isString,
  refreshToken: orNull(isString),
  expiresIn: isNumber,
  issuedAt: isNumber,
  expiresAt: isNumber,
  authorizedAt: isNumber,
  // What earlier versions knew of an account is asked again, and costs nobody the login.
  account: (value): value is Account | null => value === null || typeof value === 'object',
};

const ACCOUNT: Shape<Account> = { accountId: isString, userId: isString, displayName: isString };

const VERSIONED: Shape<{ version: number }> = { version: isNumber };

/** Reads a stored value; damaged ones count as none, so that they end in a login and not in a crash. */
export function parseSession(stored: unknown, isKept: boolean): SessionRecord | undefined {
  if (!fits(stored, VERSIONED)) return undefined;
  if (stored.version > VERSION) throw new NewerRecordError();
  if (!isSession(stored)) return undefined;
  return { ...stored, account: fits(stored.account, ACCOUNT) ? stored.account : null, isKept };
}

/** Gives a session record as it is stored. */
export function versioned(record: SessionRecord): object {
  return { ...record, version: VERSION };
}

/** Whether a stored value is a session record. */
export function isSession(stored: unknown): stored is Omit<SessionRecord, 'isKept'> {
  return fits(stored, SHAPE);
}
