import {
  type Access,
  type Approval,
  type GrantSettings,
  openLedger,
  randomToken,
  type TokenAnswer,
} from './ledger.ts';
import { answersChallenge } from './pkce.ts';

const CODE_LIFETIME_MS = 10 * 60 * 1000;
/** Spotify's six months count from the authorization; a refresh does not prolong them. */
const GRANT_LIFETIME_MS = 180 * 24 * 60 * 60 * 1000;

/** An error response of the token endpoint in Spotify's texts (RFC 6749, section 5.2). */
export interface TokenRefusal {
  readonly error: string;
  readonly error_description: string;
}

/** Parameters of the authorization code grant (RFC 6749, section 4.1.3). */
export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** Parameters of the refresh token grant (RFC 6749, section 6). */
export interface RefreshExchange {
  readonly refreshToken: string;
  readonly clientId: string;
  /** Requested narrower scopes; `undefined` leaves those of the grant. */
  readonly scopes: readonly string[] | undefined;
}

/** The codes and tokens issued by this server. */
export interface Grants {
  /** Issues a code for an approval; it expires after ten minutes and works once. */
  issueCode(approval: Approval): Promise<string>;
  redeem(exchange: CodeExchange): Promise<TokenAnswer | TokenRefusal>;
  refresh(exchange: RefreshExchange): Promise<TokenAnswer | TokenRefusal>;
  /** Resolves with `undefined` for a token that is unknown, expired or revoked. */
  access(accessToken: string): Promise<Access | undefined>;
}

/** Makes the store that issues, exchanges and revokes codes and tokens. */
export function makeGrants(settings: GrantSettings): Grants {
  const { clock, rotateRefreshTokens } = settings;
  const ledger = openLedger(settings);

  return {
    async issueCode(approval) {
      const code = randomToken('AQ');
      await ledger.codes.put(code, { ...approval, issuedAt: clock.now() });
      return code;
    },

    async redeem({ code, clientId, redirectUri, verifier }) {
      const issued = await ledger.codes.find(code);
      if (issued?.grantId !== undefined) await ledger.revoke(issued.grantId);
      const isUsable =
        issued !== undefined &&
        issued.grantId === undefined &&
        issued.clientId === clientId &&
        clock.now() < issued.issuedAt + CODE_LIFETIME_MS;
      if (!isUsable) return invalidGrant('Invalid authorization code');
      if (issued.redirectUri !== redirectUri) return invalidGrant('Invalid redirect URI');
      if (!(await answersChallenge(verifier, issued.challenge))) {
        return invalidGrant('code_verifier was incorrect');
      }
      const { user, scopes, issuedAt } = issued;
      const grantId = randomToken('');
      const refreshToken = await ledger.issueRefreshToken(grantId);
      const grant = { user, scopes, clientId, authorizedAt: issuedAt, revoked: false };
      await ledger.codes.put(code, { ...issued, grantId });
      await ledger.grants.put(grantId, { ...grant, refreshToken });
      return {
        ...(await ledger.issueAccessToken(grantId, scopes)),
        refresh_token: refreshToken,
      };
    },

    async refresh({ refreshToken, clientId, scopes }) {
      const grantId = (await ledger.refreshTokens.find(refreshToken))?.grantId ?? '';
      const grant = await ledger.grants.find(grantId);
      if (grant?.clientId !== clientId) return invalidGrant('Invalid refresh token');
      const wasUsedBefore = grant.refreshToken !== refreshToken;
      if (wasUsedBefore) await ledger.revoke(grantId);
      if (wasUsedBefore || grant.revoked) return invalidGrant('Refresh token revoked');
      if (clock.now() >= grant.authorizedAt + GRANT_LIFETIME_MS) {
        return invalidGrant('Refresh token expired');
      }
      if (scopes?.some((scope) => !grant.scopes.includes(scope))) {
        return { error: 'invalid_scope', error_description: 'Invalid scope' };
      }
      const answer = await ledger.issueAccessToken(grantId, scopes ?? grant.scopes);
      if (!rotateRefreshTokens) return answer;
      const next = await ledger.issueRefreshToken(grantId);
      await ledger.grants.put(grantId, { ...grant, refreshToken: next });
      return { ...answer, refresh_token: next };
    },

    async access(accessToken) {
      const issued = await ledger.accessTokens.find(accessToken);
      if (issued === undefined || clock.now() >= issued.expiresAt) return undefined;
      const grant = await ledger.grants.find(issued.grantId);
      if (grant === undefined || grant.revoked) return undefined;
      return { user: grant.user, scopes: issued.scopes };
    },
  };
}

function invalidGrant(description: string): TokenRefusal {
  return { error: 'invalid_grant', error_description: description };
}
