import { SPOTIFY_API } from '../config.ts';
import { encodeId } from './addresses.ts';
import { SpotifyError } from './errors.ts';
import { get, type PacedConnection, send, type WriteOutcome } from './http.ts';
import { PAGE_LIMIT, totalOf } from './paging.ts';
import { booleanIn, isObject, listIn, membersOf, textIn } from './wire.ts';

/** A playlist that Spotify has created. */
export interface CreatedPlaylist {
  readonly id: string;
  /** As Spotify answered, which may differ from what was asked for; `null` where it does not say. */
  readonly isPublic: boolean | null;
}

/**
 * Creates an empty playlist that is not on the profile (Spotify: `POST /me/playlists`); a description is always sent,
 * because Spotify stores the text "null" for a missing one.
 */
export function createPlaylist(
  connection: PacedConnection,
  { name, description }: { readonly name: string; readonly description: string },
  signal: AbortSignal,
): Promise<WriteOutcome<CreatedPlaylist>> {
  return send(
    connection,
    {
      method: 'POST',
      url: `${SPOTIFY_API}/v1/me/playlists`,
      body: { name, description, public: false },
    },
    createdOf,
    signal,
  );
}

function createdOf(body: unknown): CreatedPlaylist | undefined {
  const { id, public: isPublic } = membersOf(body);
  const text = textIn(id);
  return text ? { id: text, isPublic: booleanIn(isPublic) } : undefined;
}

/** The details of a playlist in Spotify's names. */
export interface WireDetails {
  readonly name?: string;
  readonly description?: string;
  readonly public?: boolean;
  readonly collaborative?: boolean;
}

/** Changes the details of a playlist (Spotify: `PUT /playlists/{id}`); the answer is empty. */
export function changeDetails(
  connection: PacedConnection,
  id: string,
  body: WireDetails,
  signal: AbortSignal,
): Promise<WriteOutcome<null>> {
  const url = `${SPOTIFY_API}/v1/playlists/${encodeId(id)}`;
  return send(connection, { method: 'PUT', url, body }, () => null, signal);
}

/** Adds at most 100 URIs to a playlist, at its end or at an index (Spotify: `POST /playlists/{id}/items`). */
export function addItems(
  connection: PacedConnection,
  id: string,
  uris: readonly string[],
  position: number | null,
  signal: AbortSignal,
): Promise<WriteOutcome<null>> {
  const body = position === null ? { uris } : { uris, position };
  return send(connection, { method: 'POST', url: itemsUrl(id), body }, snapshotIn, signal);
}

/** Removes every copy of at most 100 URIs from a playlist (Spotify: `DELETE /playlists/{id}/items`). */
export function removeItems(
  connection: PacedConnection,
  id: string,
  uris: readonly string[],
  signal: AbortSignal,
): Promise<WriteOutcome<null>> {
  const body = { items: uris.map((uri) => ({ uri })) };
  return send(connection, { method: 'DELETE', url: itemsUrl(id), body }, snapshotIn, signal);
}

/** Whether an answer is that of a changed playlist; its snapshot lags and is not relied on. */
function snapshotIn(body: unknown): null | undefined {
  return textIn(membersOf(body)['snapshot_id']) === null ? undefined : null;
}

function itemsUrl(id: string): string {
  return `${SPOTIFY_API}/v1/playlists/${encodeId(id)}/items`;
}

/** Saves or removes at most 40 URIs of the person's library (Spotify: `/me/library`, URIs in the query). */
export function changeLibrary(
  connection: PacedConnection,
  method: 'PUT' | 'DELETE',
  uris: readonly string[],
  signal: AbortSignal,
): Promise<WriteOutcome<null>> {
  return send(connection, { method, url: libraryUrl('', uris) }, () => null, signal);
}

/** Tells for at most 40 URIs whether they are in the person's library (Spotify: `GET /me/library/contains`). */
export function areSaved(
  connection: PacedConnection,
  uris: readonly string[],
  signal: AbortSignal,
): Promise<readonly boolean[]> {
  const parse = (body: unknown) => {
    const answers = listIn(body)?.flatMap((each) => booleanIn(each) ?? []) ?? [];
    return answers.length === uris.length ? answers : undefined;
  };
  return get(connection, libraryUrl('/contains', uris), parse, signal, 'items');
}

function libraryUrl(path: string, uris: readonly string[]): string {
  return `${SPOTIFY_API}/v1/me/library${path}?uris=${uris.map(encodeURIComponent).join(',')}`;
}

/** One page of URIs. */
interface UriPage {
  readonly total: number;
  readonly uris: readonly (string | null)[];
}

const URI_FIELDS = 'total,items(item(uri,linked_from.uri),track(uri,linked_from.uri))';

/** How often a playlist is read that changes while it is read. */
const MOST_READINGS = 3;

/** Rows after which a reading ends, whatever the total says: twice as many as Spotify's largest playlist has. */
const MOST_ROWS = 20_000;

/**
 * Reads the URIs of all rows of a playlist in order, of a relinked track the one that was added; `null` for a row
 * without content. A playlist whose total changes between two pages is read again; after three readings the last one
 * is given, which then equals no expected state.
 *
 * @throws SpotifyError `unexpected-answer` where rows come without end.
 */
export async function readUris(
  connection: PacedConnection,
  id: string,
  signal: AbortSignal,
): Promise<readonly (string | null)[]> {
  let uris: (string | null)[] = [];
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    uris = [];
    let total: number | undefined;
    let isOne = true;
    for (;;) {
      const page = await uriPage(connection, id, uris.length, signal);
      isOne &&= total === undefined || total === page.total;
      total = page.total;
      uris.push(...page.uris);
      if (uris.length > MOST_ROWS) throw new SpotifyError('unexpected-answer', 'endless');
      if (page.uris.length === 0 || uris.length >= total) break;
    }
    if (isOne && uris.length === total) return uris;
  }
  return uris;
}

function uriPage(
  connection: PacedConnection,
  id: string,
  offset: number,
  signal: AbortSignal,
): Promise<UriPage> {
  const query = new URLSearchParams({
    limit: String(PAGE_LIMIT),
    offset: String(offset),
    additional_types: 'track,episode',
    fields: URI_FIELDS,
  });
  return get(connection, `${itemsUrl(id)}?${query}`, uriPageOf, signal, 'items');
}

function uriPageOf(body: unknown): UriPage | undefined {
  const total = totalOf(body);
  const items = listIn(membersOf(body)['items']);
  if (total === undefined || !items) return undefined;
  const uris = items.map((entry) => {
    const { item, track } = membersOf(entry);
    const { uri, linked_from } = membersOf(isObject(item) ? item : track);
    // A relinked track shows another URI than the playlist holds.
    return textIn(membersOf(linked_from)['uri']) ?? textIn(uri);
  });
  return { total, uris };
}
