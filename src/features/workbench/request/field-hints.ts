import type { Field } from '../data/parse-endpoints.ts';

/** What to type into fields whose type alone does not tell. */
const HINTS: Readonly<Record<string, string>> = {
  fields: 'Such as total,next,items(item(id,name)).',
  additional_types: 'track,episode; otherwise episodes are null.',
  market: 'Two capital letters, such as SE; yours by default.',
  q: 'Words, isrc:…, or artist:… track:…',
  snapshot_id: 'The version to change; Spotify does not lock it.',
  device_id: 'From GET /me/player/devices; the active one by default.',
  offset: 'Number of entries to leave out.',
};

/** Says what a field accepts. */
export function hintOf({ name, place, type }: Field): string {
  switch (type.kind) {
    case 'id':
      return `A link, URI or ID of ${/^[aeiou]/.test(type.of) ? 'an' : 'a'} ${type.of}.`;
    case 'number':
      return name === 'offset' ? (HINTS['offset'] ?? '') : `From ${type.min} to ${type.max}.`;
    case 'list':
      return `Any of ${type.options.join(', ')}.`;
    case 'uris':
    case 'items':
      return `Links or URIs, one a line, ${type.max} at most.`;
    case 'uri':
      return 'A link or URI of Spotify.';
    case 'json':
      return place === 'body' && name === 'offset' ? '{"position": 5} or {"uri": "…"}' : 'JSON.';
    case 'jpeg':
      return 'Base64 of a JPEG, 256 kB at most.';
    case 'moment':
      return 'A time in ms since 1970.';
    default:
      return HINTS[name] ?? '';
  }
}

/** Whether a field takes more than one line. */
export function isLong({ type }: Field): boolean {
  return ['uris', 'items', 'json', 'jpeg'].includes(type.kind);
}
