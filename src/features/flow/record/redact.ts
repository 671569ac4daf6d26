import type { Field, Shown } from './flow.ts';

/** Credentials, of which only the length is stored. */
const SECRETS = ['code', 'code_verifier', 'access_token', 'refresh_token'];

/** Known members of a token response, each with the syntax of values that may be stored. */
const MEMBERS: Readonly<Record<string, RegExp>> = {
  token_type: /^[A-Za-z]{1,20}$/,
  expires_in: /^\d{1,12}$/,
  scope: /^[a-z -]{0,400}$/,
  error: /^[a-z_]{1,40}$/,
};

/** Known parameters of an authorization response; anyone can forge their values. */
const PARAMETERS = ['code', 'state', 'iss', 'error'];

/** Error codes of an authorization response defined by RFC 6749, section 4.1.2.1; other values may be forged. */
const ERRORS = [
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
];

/** Known fields, and the number of unknown ones. */
interface Known {
  readonly fields: readonly Field[];
  readonly others: number;
}

/** Redaction of values before they are stored; the demo has no real secrets, so its values pass unchanged. */
export interface Redaction {
  readonly secret: (value: string) => Shown;
  /** Redacts the query of an authorization request or the form of a token request, both made by this app. */
  readonly sent: (parameters: URLSearchParams) => readonly Field[];
  /** Redacts an authorization response; only expected values pass unchanged. */
  readonly response: (
    parameters: URLSearchParams,
    expected: { readonly state: string | undefined; readonly issuer: string },
  ) => Known;
  /** Redacts a token response, parsed or not. */
  readonly answer: (body: unknown) => Known;
}

/** Makes the redaction of the demo or of real logins. */
export function makeRedaction(isDemo: boolean): Redaction {
  const hidden = (value: string): Shown => ({ hidden: value.length });
  const secret = isDemo ? (value: string): Shown => value : hidden;
  const ofName = (name: string, value: string): Shown =>
    SECRETS.includes(name) ? secret(value) : value;

  return {
    secret,
    sent: (parameters) => [...parameters].map(([name, value]) => [name, ofName(name, value)]),

    response(parameters, { state, issuer }) {
      const known = [...parameters].filter(([name]) => PARAMETERS.includes(name));
      const isExpected = (name: string, value: string) =>
        (name === 'state' && value === state) ||
        (name === 'iss' && value === issuer) ||
        (name === 'error' && ERRORS.includes(value));
      const fields = known.map(([name, value]): Field => {
        if (name === 'code') return [name, secret(value)];
        return [name, isExpected(name, value) ? value : hidden(value)];
      });
      return { fields, others: [...parameters].length - known.length };
    },

    answer(body) {
      const members = Object.entries(Object(body));
      const fields = members.flatMap(([name, value]): Field[] => {
        const text = String(value);
        if (SECRETS.includes(name)) return [[name, secret(text)]];
        const form = MEMBERS[name];
        if (!form) return [];
        return [[name, form.test(text) ? text : hidden(text)]];
      });
      return { fields, others: members.length - fields.length };
    },
  };
}
