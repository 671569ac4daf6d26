import type { FaultName } from '../../../../src/demo/faults.ts';
import type { Cell, MatrixStep, Spell } from '../../../support/fault-matrix.ts';

/** Faults of one kind end in one way, wherever the app meets them. */
const KINDS = {
  'user-not-registered': 'not listed',
  'user-not-registered-plain': 'not listed',
  'premium-lapsed': 'no Premium',
  forbidden: 'not given',
  'bad-oauth-request': 'not given',
  'insufficient-scope': 'no permission',
  'not-found': 'not there',
  unauthorized: 'not accepted',
  'invalid-grant': 'odd request',
  'rate-limited': 'slow down',
  'rate-limited-unreadable': 'slow down',
  'rate-limited-no-cors': 'unreadable',
  'quota-exceeded': 'quota',
  'server-error-500': 'down',
  'server-error-502': 'down',
  'server-error-503': 'down',
  'server-error-504': 'down',
  'empty-body': 'odd body',
  'truncated-body': 'odd body',
  'html-body': 'odd body',
  'wrong-shape': 'odd shape',
  'evil-next': 'odd link',
  'network-error': 'unreadable',
  'dns-failure': 'unreadable',
  'answer-lost': 'unreadable',
  offline: 'offline',
  slow: 'late',
  hang: 'no answer',
} as const satisfies Record<FaultName, string>;

type Kind = (typeof KINDS)[FaultName];

/** What the Web API’s requests are tried again for, so that a fault that comes once is not seen. */
const TRIED_AGAIN: readonly Kind[] = [
  'slow down',
  'unreadable',
  'down',
  'odd body',
  'not accepted',
];

/** What only another login mends. */
const NEEDS_LOGIN: readonly Kind[] = ['no permission', 'not accepted'];

/** What the login service says or does that may pass, in the eyes of the app. */
const OUT_OF_SERVICE: readonly Kind[] = [
  'slow down',
  'quota',
  'unreadable',
  'down',
  'offline',
  'no answer',
];

/** Lists of which rows have come by the time the fault does. */
const HAS_ROWS: readonly MatrixStep[] = ['later page', 'items', 'liked'];

/** The sentence of a failed load, by kind of fault; the same where not given. */
const SAID: Partial<Record<Kind, string>> = {
  'odd body': 'odd answer',
  'odd shape': 'odd answer',
  'odd link': 'odd answer',
  'odd request': 'odd answer',
};

/** States how a person who meets a fault ends: `recovers`, or the way on and what is said. */
export function statedEnd({ step, fault }: Cell, spell: Spell): string {
  const kind: Kind = KINDS[fault];
  // An image that does not come leaves its sleeve; no code of ours asks for it, or waits for it.
  if (kind === 'late' || step === 'cover') return 'recovers';
  if (step === 'authorize') return endOfReturn(fault);
  // Their answers lead nowhere, so a link in them does not matter.
  if (kind === 'odd link' && ['token', 'refresh', 'profile', 'playlist'].includes(step))
    return 'recovers';
  if (step === 'token') return `Log in again: ${endOfTokenRequest(kind)}`;
  if (step === 'refresh') return endOfRefresh(kind);
  if (spell === 'once' && TRIED_AGAIN.includes(kind)) return 'recovers';
  // The list is there; only whose it is stays unknown until the next visit.
  if (step === 'profile') return 'goes without';
  if (kind === 'not given' && (step === 'playlist' || step === 'items'))
    return 'Ask again: kept back';
  return `${wayOn(step, kind)}: ${saidOf(step, kind)}`;
}

function saidOf(step: MatrixStep, kind: Kind): string {
  // Where nothing has come, nothing was read.
  if (kind === 'unreadable' && !HAS_ROWS.includes(step)) return 'unreachable';
  return SAID[kind] ?? kind;
}

function wayOn(step: MatrixStep, kind: Kind): string {
  if (NEEDS_LOGIN.includes(kind)) return 'Log in again';
  return HAS_ROWS.includes(step) ? 'Resume' : 'Try again';
}

/** Only some faults have a way back to the app; the others end on a page of Spotify's or the browser's. */
function endOfReturn(fault: FaultName): string {
  switch (fault) {
    case 'forbidden':
      return 'Log in again: declined';
    case 'server-error-500':
    case 'server-error-503':
      return 'Log in again: login cut short';
    case 'invalid-grant':
      return 'Log in again: code refused';
    case 'truncated-body':
    case 'empty-body':
    case 'wrong-shape':
      return 'Log in again: not this login';
    case 'evil-next':
      return 'recovers';
    default:
      return 'Back: not our page';
  }
}

function endOfTokenRequest(kind: Kind): string {
  if (kind === 'odd request') return 'code refused';
  return OUT_OF_SERVICE.includes(kind) ? 'login cut short' : 'odd answer, cut short';
}

function endOfRefresh(kind: Kind): string {
  if (kind === 'odd request') return 'Log in again: ended';
  return OUT_OF_SERVICE.includes(kind)
    ? 'Try again: no login service'
    : 'Try again: odd login answer';
}
