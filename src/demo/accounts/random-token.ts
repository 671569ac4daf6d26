/** Makes an unguessable word, base64url: 128 characters carry 96 octets. */
export function randomToken(prefix: string): string {
  const octets = crypto.getRandomValues(new Uint8Array(96));
  return prefix + toBase64url(octets);
}

/** Encodes octets as base64url without padding (RFC 4648, section 5). */
export function toBase64url(octets: Uint8Array): string {
  return btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
