import type { CheckRecord } from '../record/flow.ts';
import type { Meaning } from './meanings.ts';

const CHECKS: Readonly<Record<CheckRecord['check'], readonly [string, string, string]>> = {
  state: ['state came once', 'A second one could say something else.', 'RFC 6749, section 3.1'],
  tab: ['state is this tab’s', 'The login was begun in this very tab.', 'RFC 9700, section 2.1.1'],
  pending: [
    'its login waits',
    'It is taken in the same step, so that no answer works twice.',
    'RFC 9700, section 4.5',
  ],
  age: ['an hour at most', 'An old answer is no answer to this login.', 'RFC 6749, section 4.1.2'],
  server: [
    'the server is the one asked',
    'Issuer, endpoints and redirect URI are those of the request.',
    'RFC 9700, section 4.4.2',
  ],
  flow: [
    'no token in the address',
    'Answers of other flows are refused.',
    'RFC 9700, section 2.1.2',
  ],
  single: ['every parameter came once', 'Two of a kind are refused.', 'RFC 6749, section 3.1'],
  issuer: [
    'iss, where sent, is Spotify',
    'No other server answers for it. Spotify sends none.',
    'RFC 9207, section 2.4',
  ],
  'same-state': [
    'state is the one sent',
    'The library compares it once more.',
    'RFC 6749, section 10.12',
  ],
  'no-error': ['no error', 'Believed only now, after the state.', 'RFC 6749, section 4.1.2.1'],
};

/** Says what a check is, and why it is made. */
export function checkText(check: CheckRecord['check']): Meaning & { readonly name: string } {
  const [name, meaning, section] = CHECKS[check] ?? [check, '', ''];
  return { name, meaning, section };
}

/** How many checks an authorization response goes through, if all are good. */
export const CHECK_COUNT = Object.keys(CHECKS).length;
