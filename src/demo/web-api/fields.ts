import { HttpResponse } from 'msw';
import { apiError } from '../faults.ts';

/** Members named by a `fields` parameter; one without members of its own is sent whole. */
type Fields = Map<string, Fields>;

/** Answers with the members that the `fields` of the URL name; without `fields` with the whole body. */
export function answerFields(url: URL, body: object): Response {
  const text = url.searchParams.get('fields') ?? '';
  if (text === '') return HttpResponse.json(body);
  const fields = readFields(text);
  // Spotify does not document its answer; an error reveals a client's mistake.
  if (fields === undefined) return apiError(400, 'Invalid fields');
  return HttpResponse.json(Object(filter(body, fields)));
}

/** Parses Spotify's syntax: `total,owner.id,items(added_at,item(id,name))`. */
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
    // A member already named as a whole stays whole.
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
