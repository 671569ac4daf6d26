import { HttpResponse } from 'msw';
import { apiError } from '../faults.ts';

/** The members that a `fields` parameter names; one that names no further ones is sent whole. */
type Fields = Map<string, Fields>;

/** Answers with what the `fields` of the URL name of a body, or with all of it where there are none. */
export function answerFields(url: URL, body: object): Response {
  const text = url.searchParams.get('fields') ?? '';
  if (text === '') return HttpResponse.json(body);
  const fields = readFields(text);
  // What Spotify says is unknown; a client's slip is to be seen, though.
  if (fields === undefined) return apiError(400, 'Invalid fields');
  return HttpResponse.json(Object(filter(body, fields)));
}

/** Reads Spotify's syntax: `total,owner.id,items(added_at,item(id,name))`. */
function readFields(text: string): Fields | undefined {
  const signs = text.replace(/\s/g, '').match(/[(),.]|[^(),.]+/g) ?? [];
  let at = 0;
  const takes = (sign: string) => {
    if (signs[at] !== sign) return false;
    at += 1;
    return true;
  };

  function readList(into: Fields): boolean {
    do {
      if (!readPath(into)) return false;
    } while (takes(','));
    return true;
  }

  function readPath(into: Fields): boolean {
    const name = signs[at];
    if (name === undefined || '(),.'.includes(name)) return false;
    at += 1;
    const before = into.get(name);
    const inner: Fields = before ?? new Map();
    // Whatever was asked for as a whole stays whole.
    const inside: Fields = before?.size === 0 ? new Map() : inner;
    into.set(name, inner);
    if (takes('.')) return readPath(inside);
    if (takes('(')) return readList(inside) && takes(')');
    inner.clear();
    return true;
  }

  const fields: Fields = new Map();
  return readList(fields) && at === signs.length ? fields : undefined;
}

function filter(value: unknown, fields: Fields): unknown {
  if (fields.size === 0 || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => filter(each, fields));
  if (typeof value !== 'object') return undefined;
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const inner = fields.get(name);
    return inner === undefined ? [] : [[name, filter(member, inner)]];
  });
  return Object.fromEntries(kept);
}
