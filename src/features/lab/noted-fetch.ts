import type { Fetch } from '../../oauth/types.ts';
import { type Journal, shortQuery } from './journal.ts';

/** The longest text of a refusal that is quoted. */
const QUOTED = 90;

/** Makes a `fetch` that writes every request and its answer down, without tokens. */
export function makeNotedFetch(fetch: Fetch, { note }: Journal): Fetch {
  return async (url, init) => {
    const asked = `${init.method ?? 'GET'} ${addressOf(url)}`;
    note('App', `${asked}${grantOf(init)}`);
    try {
      const response = await fetch(url, init);
      note('Spotify', `${response.status} ${await reasonOf(response)}to ${asked}`);
      return response;
    } catch (error) {
      const isGivenUp = init.signal?.aborted === true;
      note(
        isGivenUp ? 'App' : 'Spotify',
        isGivenUp ? `gives up ${asked}` : `no answer that a page can read to ${asked}`,
      );
      throw error;
    }
  };
}

function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  return pathname + (searchParams.size > 0 ? `?${shortQuery(searchParams)}` : '');
}

function grantOf({ body }: RequestInit): string {
  return body instanceof URLSearchParams ? ` (${body.get('grant_type')})` : '';
}

/** Why Spotify refuses, in its own short words. */
async function reasonOf(response: Response): Promise<string> {
  if (response.ok) return '';
  const text = await response.clone().text();
  try {
    const { error } = Object(JSON.parse(text));
    const reason: unknown = error?.reason ?? error?.message ?? error;
    return typeof reason === 'string' ? `“${reason}” ` : '';
  } catch {
    return text ? `“${text.slice(0, QUOTED)}…” ` : '';
  }
}
