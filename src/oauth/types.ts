import type { AuthorizationServer } from '../config.ts';

/** A public client registered at an authorization server (RFC 6749, section 2.1); it has no secret. */
export interface Client {
  readonly clientId: string;
  /** The registered redirect URI; the server compares it as a string. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly server: AuthorizationServer;
}

/** An authorization request, with the secrets to check its response (RFC 9700, section 2.1.1). */
export interface AuthorizationRequest {
  readonly url: URL;
  readonly state: string;
  readonly codeVerifier: string;
}

/** The tokens of a successful token response (RFC 6749, section 5.1). */
export interface Tokens {
  readonly accessToken: string;
  /** `null` where the server has not issued one. */
  readonly refreshToken: string | null;
  /** The granted scopes, which may be fewer than requested. */
  readonly grantedScopes: readonly string[];
  /** Lifetime of the access token (`expires_in`), in s. */
  readonly expiresIn: number;
  /** Time of the token request, in ms since the epoch. */
  readonly issuedAt: number;
  /**
   * Time from which the access token is no longer used, in ms since the epoch; a margin before its expiry.
   */
  readonly expiresAt: number;
}

/**
 * A check of an authorization response: it has one `state`, of this tab's login (`tab`), which is pending
 * (`pending`), not too old (`age`) and of this server (`server`), with no parameter of another flow (`flow`);
 * then the library's checks, in its order: no parameter is repeated (`single`), the `issuer`, the
 * `same-state`, and no error response (`no-error`).
 */
export type Check =
  | 'state'
  | 'tab'
  | 'pending'
  | 'age'
  | 'server'
  | 'flow'
  | 'single'
  | 'issuer'
  | 'same-state'
  | 'no-error';

/** Reports the result of a check, of this code or of the library. */
export type ReportCheck = (check: Check, isGood: boolean) => void;

/** The function that sends requests; the same signature as the global `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;
