import type { Field, Shown } from './flow.ts';

/** What opens something: of these the length alone is kept. */
const SECRETS = ['code', 'code_verifier', 'access_token', 'refresh_token'];

/** The members of a token response that are known, with the form in which they may be shown. */
const MEMBERS: Readonly<Record<string, RegExp>> = {
  token_type: /^[A-Za-z]{1,20}$/,
  expires_in: /^\d{1,12}$/,
  scope: /^[a-z -]{0,400}$/,
  error: /^[a-z_]{1,40}$/,
};

/** The parameters of an authorization response that are known; what they say may come from anyone. */
const PARAMETERS = ['code', 'state', 'iss', 'error'];

/** Errors of an authorization response that are worded by RFC 6749, section 4.1.2.1, and by nobody else. */
const ERRORS = [
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
];

/** Known fields, and how many others came. */
interface Known {
  readonly fields: readonly Field[];
  readonly others: number;
}

/** Keeps secrets out of what is stored; in the demo, where nothing is one, it lets all pass. */
export interface Redaction {
  readonly secret: (value: string) => Shown;
  /** Takes the query of our own authorization request or the form of our own token request. */
  readonly sent: (parameters: URLSearchParams) => readonly Field[];
  /** Takes an authorization response, of which only what was expected is repeated. */
  readonly response: (
    parameters: URLSearchParams,
    expected: { readonly state: string | undefined; readonly issuer: string },
  ) => Known;
  /** Takes a token response, parsed or not. */
  readonly answer: (body: unknown) => Known;
}

/** Makes the redaction of the demo or of the real world. */
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
