/** The derivation of a code challenge from a code verifier (RFC 7636, section 4.2). */
export interface Derivation {
  /** The 32 octets of the SHA-256, in hexadecimal. */
  readonly digest: string;
  /** The same octets in base64url: the code challenge. */
  readonly challenge: string;
}

/** Derives the code challenge of a verifier, with the intermediate digest. */
export async function derive(verifier: string): Promise<Derivation> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)),
  );
  return {
    digest: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
    challenge: base64url(bytes),
  };
}

/** Generates a random code verifier of 32 octets (RFC 7636, section 4.1). */
export function drawVerifier(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
