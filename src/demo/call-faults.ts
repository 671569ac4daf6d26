import { HttpResponse } from 'msw';
import type { ArmedFaults, Fault, FaultName, WriteFaultName } from './faults.ts';

/** One fault that a person can choose for a call. */
interface CallFault {
  readonly fault: FaultName | WriteFaultName | Fault;
  readonly label: string;
  /** How many requests fail; 1 by default. */
  readonly times?: number;
}

interface CallFaultGroup {
  readonly title: string;
  readonly faults: readonly CallFault[];
}

/** The faults that make sense for a single call, in groups. */
const GROUPS: readonly CallFaultGroup[] = [
  {
    title: 'Limits',
    faults: [
      { fault: 'rate-limited-unreadable', label: '429: too many requests' },
      { fault: 'quota-exceeded', label: '429: quota used up (QUOTA_EXCEEDED)' },
      { fault: 'rate-limited-no-cors', label: '429 that no page can read' },
    ],
  },
  {
    title: 'Refusals',
    faults: [
      { fault: 'unauthorized', label: '401: token expired' },
      // Once for the token, and once for the refreshed one.
      { fault: 'unauthorized', label: '401: refreshed token refused too', times: 2 },
      { fault: 'insufficient-scope', label: '403: scope missing' },
      { fault: 'forbidden', label: '403: Forbidden' },
      { fault: 'user-not-registered', label: '403: not on the list of users' },
      { fault: 'user-not-registered-plain', label: '403: the same in plain text' },
      { fault: 'premium-lapsed', label: '403: the owner’s Premium has lapsed' },
      { fault: 'not-found', label: '404: not found' },
    ],
  },
  {
    title: 'Trouble',
    faults: [
      { fault: 'server-error-500', label: '500: server error' },
      { fault: 'server-error-502', label: '502: bad gateway' },
      { fault: 'bad-gateway-after', label: '502, but done' },
      { fault: 'server-error-503', label: '503: a page instead of JSON' },
    ],
  },
  {
    title: 'Network',
    faults: [
      { fault: 'network-error', label: 'Connection breaks before' },
      { fault: 'answer-lost', label: 'Done, but the reply is lost' },
      { fault: 'slow', label: 'Reply 4 s late' },
      { fault: 'hang', label: 'No reply at all' },
    ],
  },
  {
    title: 'Bodies',
    faults: [
      { fault: { answer: async ({ normal }) => enlarged(await normal()) }, label: '5 MB' },
      { fault: 'html-body', label: 'Not JSON' },
      { fault: 'truncated-body', label: 'Cut off' },
      { fault: 'empty-body', label: 'Empty' },
    ],
  },
];

/** Makes what lets a person spoil the answer to one call of the Web API. */
export function makeCallFaults({ arm }: Pick<ArmedFaults, 'arm'>) {
  const all = GROUPS.flatMap(({ faults }) => faults);
  return {
    groups: GROUPS.map(({ title, faults }) => ({
      title,
      labels: faults.map(({ label }) => label),
    })),
    /** Spoils the next answer to this request; returns the function that ends this, and returns whether it happened. */
    arm(label: string, { method, url }: Pick<Request, 'method' | 'url'>): () => boolean {
      const chosen = all.find((each) => each.label === label);
      if (!chosen) return () => false;
      return arm(chosen.fault, { on: { method, url }, times: chosen.times ?? 1 });
    },
  };
}

/** Length of an enlarged body, in characters. */
const LENGTH = 5_000_000;

/** Repeats what an answer lists, or else the whole of it, until its body has 5 MB; any other answer stays as it is. */
async function enlarged(answer: Response): Promise<Response> {
  const text = await answer.clone().text();
  if (!answer.ok || text === '') return answer;
  const { items, ...others }: Readonly<Record<string, unknown>> = JSON.parse(text);
  const isList = Array.isArray(items) && items.length > 0;
  const listed = isList ? JSON.stringify(items).slice(1, -1) : text;
  const facts = JSON.stringify(others).slice(1, -1);
  // Text beside text: to write 5 MB anew would take longer than to send them.
  const repeated = Array.from({ length: Math.ceil(LENGTH / listed.length) }, () => listed);
  const body = `{${facts}${facts && ','}"items":[${repeated.join()}]}`;
  return new HttpResponse(body, {
    status: answer.status,
    headers: { 'Content-Type': 'application/json' },
  });
}
