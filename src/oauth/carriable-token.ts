/** Visible ASCII (RFC 6749, appendix A), shorter than any server's limit for a header. */
const CARRIABLE = /^[\x21-\x7e]{1,8000}$/;

/** Tells whether a token can be sent in a header (RFC 6750, section 2.1). */
export function isCarriable(token: string): boolean {
  return CARRIABLE.test(token);
}
