import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import type { Check, Fetch } from '../oauth/types.ts';

/** What a login tells while it happens, as raw as it is: redacted before any of it is stored. */
export type LoginEvent =
  | {
      readonly kind: 'begun';
      /** In ms since the epoch, as every time here. */
      readonly at: number;
      readonly url: URL;
      readonly state: string;
      readonly codeVerifier: string;
      readonly isKept: boolean;
    }
  | { readonly kind: 'answered'; readonly at: number; readonly parameters: URLSearchParams }
  | {
      readonly kind: 'checked';
      readonly check: Check;
      readonly isGood: boolean;
    }
  | {
      readonly kind: 'sent';
      readonly at: number;
      readonly url: string;
      readonly init: RequestInit;
      /** Rejects where the network fails; its body is a copy that nobody else reads. */
      readonly response: Promise<Response>;
    }
  | {
      readonly kind: 'finished';
      readonly at: number;
      readonly loginId: string;
      readonly isKept: boolean;
    }
  | { readonly kind: 'failed'; readonly at: number; readonly error: unknown };

/** Watches a login; never fails, and resolves when what must outlive the page is stored. */
export type Observe = (event: LoginEvent) => Promise<void>;

/** Observes the logins of one world and records their events. */
export interface LoginObserver {
  readonly observe: Observe;
  /** Records all events until now; rejects if the recorder does not load. */
  flush(): Promise<void>;
  /** Calls the listener at every event from now on; `undefined` removes it. */
  watch(listener: (() => void) | undefined): void;
  /** Drops all events and what is known in this page, after a log-out. */
  forget(): void;
}

/** Makes a `fetch` that emits each token request, and the first API request after a login. */
export function makeObservedFetch({
  fetch,
  observe,
  server,
  clock,
}: {
  readonly fetch: Fetch;
  readonly observe: Observe;
  readonly server: AuthorizationServer;
  readonly clock: Clock;
}): { readonly fetch: Fetch; readonly observe: Observe } {
  let isFirstCall = false;
  return {
    observe(event) {
      isFirstCall ||= event.kind === 'finished';
      return observe(event);
    },
    fetch(url, init) {
      const answer = fetch(url, init);
      const isForTokens = url === server.tokenEndpoint;
      if (isForTokens || isFirstCall) {
        isFirstCall &&= isForTokens;
        // Cloned before anyone reads the body; of an API answer only the status is of interest.
        const response = answer.then((it) => (isForTokens ? it.clone() : it));
        response.catch(() => undefined);
        void observe({ kind: 'sent', at: clock.now(), url, init, response });
      }
      return answer;
    },
  };
}
