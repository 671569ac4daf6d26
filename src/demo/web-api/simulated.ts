/** Name of the header that tells where the simulated Spotify answers with less than Spotify would. */
const HEADER = 'Simulated';

/** Adds to an answer why the simulated Spotify gives this one, as the end of a sentence. */
export function simulated(response: Response, note: string): Response {
  response.headers.set(HEADER, note);
  return response;
}
