import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import type { Check, Fetch } from '../oauth/types.ts';

/** An event of a login, unredacted; secrets are redacted before an event is stored. */
export type LoginEvent =
  | {
      readonly kind: 'begun';
      /** Time of the event in ms since the epoch, as in all events. */
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
      /** Rejects where the network fails; its body is a clone for the observer alone. */
      readonly response: Promise<Response>;
    }
  | {
      readonly kind: 'finished';
      readonly at: number;
      readonly loginId: string;
      readonly isKept: boolean;
    }
  | { readonly kind: 'failed'; readonly at: number; readonly error: unknown };

/** Records an event; never rejects, and resolves when the data that must outlive the page is stored. */
export type Observe = (event: LoginEvent) => Promise<void>;

/** Observes the logins of one world and records their events. */
export interface LoginObserver {
  readonly observe: Observe;
  /** Records all events until now; rejects if the recorder does not load. */
  flush(): Promise<void>;
  /** Calls the listener at every event from now on; `undefined` removes it. */
  watch(listener: (() => void) | undefined): void;
  /** Drops all events in the memory of this page, after a log-out. */
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
        // Cloned before the body is read; of an API response only the status is recorded.
        const response = answer.then((it) => (isForTokens ? it.clone() : it));
        response.catch(() => undefined);
        void observe({ kind: 'sent', at: clock.now(), url, init, response });
      }
      return answer;
    },
  };
}
