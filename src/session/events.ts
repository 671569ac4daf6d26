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
  /** The same network; emits an event for each token request, and for the first API call of a login. */
  readonly fetch: Fetch;
  /** Records all events until now; rejects if the recorder does not load. */
  flush(): Promise<void>;
  /** Calls the listener at every event from now on; `undefined` removes it. */
  watch(listener: (() => void) | undefined): void;
  /** Drops all events and what is known in this page, after a log-out. */
  forget(): void;
}
