import type { AuthorizationServer } from '../config.ts';

/** A public client registered at an authorization server (RFC 6749, section 2.1); it has no secret. */
export interface Client {
  readonly clientId: string;
  /** The one registered redirection endpoint, compared by simple string comparison. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly server: AuthorizationServer;
}

/** What an authorization request leaves behind until its response comes (RFC 9700, section 2.1.1). */
export interface AuthorizationRequest {
  readonly url: URL;
  readonly state: string;
  readonly codeVerifier: string;
}

/** The tokens of a successful token response (RFC 6749, section 5.1). */
export interface Tokens {
  readonly accessToken: string;
  /** `null` where the server has never sent one. */
  readonly refreshToken: string | null;
  /** The scopes granted, which may be fewer than asked for. */
  readonly grantedScopes: readonly string[];
  /** Lifetime of the access token as the server stated it, in s. */
  readonly expiresIn: number;
  /** When the token request was sent, in ms since the epoch. */
  readonly issuedAt: number;
  /** When the access token is no longer used, in ms since the epoch; a margin before its real end. */
  readonly expiresAt: number;
}

/**
 * A check of an authorization response: `state` came once, it is this tab's (`tab`), its login waits
 * and is taken (`pending`), is young enough (`age`), asked this very server (`server`), no other flow
 * answers (`flow`); and those of the library, in its order: every parameter came once (`single`), from
 * this `issuer`, with the `same-state`, and is no error response (`no-error`).
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

/** Reports how a check went, whoever made it. */
export type ReportCheck = (check: Check, isGood: boolean) => void;

/** How a token request reaches the network; the same shape as the global `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;
