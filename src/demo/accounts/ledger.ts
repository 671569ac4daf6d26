import type { Clock } from '../../clock.ts';
import type { User } from '../../library/types.ts';
import { type Drawer, openDrawer, type ServerMemory } from '../server-memory.ts';
import { toBase64url } from './pkce.ts';

/** An approval of the person, and its authorization request. */
export interface Approval {
  readonly clientId: string;
  readonly redirectUri: string;
  /** base64url(SHA-256(verifier)), 43 characters (RFC 7636, section 4.2). */
  readonly challenge: string;
  readonly scopes: readonly string[];
  readonly user: User;
}

/** The user and the scopes of an access token. */
export interface Access {
  readonly user: User;
  readonly scopes: readonly string[];
}

/** An issued code with its approval. */
export interface IssuedCode extends Approval {
  readonly issuedAt: number;
  /** Set once the code is redeemed. */
  readonly grantId?: string;
}

/** A grant made by redeeming a code; its tokens are revoked with it. */
export interface Grant extends Access {
  readonly clientId: string;
  readonly authorizedAt: number;
  readonly revoked: boolean;
  /** The only valid refresh token of this grant. */
  readonly refreshToken: string;
}

/** The record of an access token. */
export interface IssuedAccess {
  readonly grantId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** Dependencies of codes and tokens. */
export interface GrantSettings {
  readonly clock: Clock;
  readonly memory: ServerMemory;
  readonly rotateRefreshTokens: boolean;
  /** Seconds. */
  readonly accessTokenLifetime: number;
}

/** A successful answer of the token endpoint in Spotify's members (RFC 6749, section 5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly scope: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token?: string;
}

/** Codes, grants and access tokens by their issued strings. */
export interface Ledger {
  readonly codes: Drawer<IssuedCode>;
  readonly grants: Drawer<Grant>;
  readonly accessTokens: Drawer<IssuedAccess>;
  readonly refreshTokens: Drawer<{ readonly grantId: string }>;
  issueAccessToken(grantId: string, scopes: readonly string[]): Promise<TokenAnswer>;
  issueRefreshToken(grantId: string): Promise<string>;
  /** Revokes a grant with all its tokens. */
  revoke(grantId: string): Promise<void>;
}

/** Opens the records in a server's storage. */
export function openLedger({ clock, memory, accessTokenLifetime }: GrantSettings): Ledger {
  const grants = openDrawer<Grant>(memory, 'grant');
  const accessTokens = openDrawer<IssuedAccess>(memory, 'access');
  const refreshTokens = openDrawer<{ readonly grantId: string }>(memory, 'refresh');
  return {
    codes: openDrawer<IssuedCode>(memory, 'code'),
    grants,
    accessTokens,
    refreshTokens,
    async issueAccessToken(grantId, scopes) {
      const accessToken = randomToken('BQ');
      const expiresAt = clock.now() + accessTokenLifetime * 1000;
      await accessTokens.put(accessToken, { grantId, scopes, expiresAt });
      return {
        access_token: accessToken,
        token_type: 'Bearer',
        scope: scopes.join(' '),
        expires_in: accessTokenLifetime,
      };
    },
    async issueRefreshToken(grantId) {
      const refreshToken = randomToken('AQ');
      await refreshTokens.put(refreshToken, { grantId });
      return refreshToken;
    },
    async revoke(grantId) {
      const grant = await grants.find(grantId);
      if (grant !== undefined) await grants.put(grantId, { ...grant, revoked: true });
    },
  };
}

/** Makes an unguessable base64url string: 128 characters for 96 octets. */
export function randomToken(prefix: string): string {
  const octets = crypto.getRandomValues(new Uint8Array(96));
  return prefix + toBase64url(octets);
}
