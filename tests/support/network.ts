import {
  type Answer,
  type LoopbackServer,
  notImplemented,
  type RecordedRequest,
} from './loopback-server.ts';
import type { FaultKind, TransportFault } from './transport-fault.ts';

/** A fault of a request: a transport fault, or a 429 from the edge without CORS headers. */
export type NetworkFault = FaultKind | '429-without-cors';

/** Which answers are broken and how often. */
export interface BreakOptions {
  /** Number of failing requests; 1 by default, `Infinity` for all. */
  readonly times?: number;
  /** Number of matching requests that succeed before. */
  readonly after?: number;
}

/** The network between the app and the services of one test. */
export interface Network {
  /** All requests of this test, preflights included. */
  readonly requests: readonly RecordedRequest[];
  /** The requests whose URL matches, without preflights. */
  requestsTo(url: RegExp): RecordedRequest[];
  /** Breaks the answers to requests whose URL matches; preflights pass. */
  break(url: RegExp, fault: NetworkFault, options?: BreakOptions): void;
  /** Ends every fault. */
  mend(): void;
  /** Delays every answer, preflights included. */
  slowDown(ms: number): void;
  /** The answering service of each host; requests to any other get 501. */
  readonly hosts: Map<string, Answer>;
}

interface ArmedFault {
  readonly url: RegExp;
  readonly fault: NetworkFault;
  after: number;
  times: number;
}

/** Puts a fresh network in front of a loopback server's hosts. */
export function makeNetwork(server: LoopbackServer): Network {
  const hosts = new Map<string, Answer>();
  let armed: ArmedFault[] = [];
  let delayMs = 0;

  server.answerWith(async (request) => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const { host, pathname } = new URL(request.url);
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    const answer = () => (hosts.get(host) ?? notImplemented)(request);
    const fault = request.method === 'OPTIONS' ? undefined : takeFault(armed, request.url);
    return fault === undefined ? answer() : answerWithFault(fault, answer);
  });

  return {
    get requests() {
      return server.requests;
    },
    requestsTo: (url) =>
      server.requests.filter((request) => request.method !== 'OPTIONS' && url.test(request.url)),
    break(url, fault, { times = 1, after = 0 } = {}) {
      armed.push({ url, fault, times, after });
    },
    mend() {
      armed = [];
    },
    slowDown(ms) {
      delayMs = ms;
    },
    hosts,
  };
}

function takeFault(armed: ArmedFault[], url: string): NetworkFault | undefined {
  for (const fault of armed) {
    if (fault.times <= 0 || !fault.url.test(url)) continue;
    if (fault.after > 0) {
      fault.after -= 1;
      continue;
    }
    fault.times -= 1;
    return fault.fault;
  }
  return undefined;
}

async function answerWithFault(
  fault: NetworkFault,
  answer: () => ReturnType<Answer>,
): ReturnType<Answer> {
  if (fault === '429-without-cors') {
    return new Response('Too many requests', { status: 429, headers: { 'retry-after': '5' } });
  }
  if (fault !== 'truncate-body') return { fault } satisfies TransportFault;
  const response = await answer();
  return response instanceof Response ? { fault, response } : response;
}
