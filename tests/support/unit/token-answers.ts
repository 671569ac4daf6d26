/** A valid token response. */
export const GOOD_ANSWER = {
  access_token: 'SECRET-access',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'SECRET-refresh',
  scope: 'playlist-read-private playlist-read-collaborative user-library-read',
} as const;

/** Makes an answer with a body of any media type. */
export function text(body: string | null, status: number, type: string) {
  return () => new Response(body, { status, headers: { 'Content-Type': type } });
}

/** Makes an answer with a JSON body. */
export function json(body: unknown, status = 200) {
  return () => Response.json(body, { status });
}

/** Makes a valid token response with some members changed; `undefined` omits one. */
export function good(changes: Readonly<Record<string, unknown>>) {
  return () => Response.json({ ...GOOD_ANSWER, ...changes });
}
