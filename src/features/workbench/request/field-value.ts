import type { Field, FieldType } from '../data/parse-endpoints.ts';
import { parseReference } from './spotify-id.ts';

/** Longest body of a cover, in characters. */
const LONGEST_JPEG = 256 * 1024;

/** The value of a field as it is sent, or what is wrong with it. */
export type FieldValue = { readonly value: unknown } | { readonly problem: string };

/** Parses the text of a field, which is not empty, by the type of the field. */
export function parseFieldValue({ name, place, type }: Field, text: string): FieldValue {
  const given = text.trim();
  switch (type.kind) {
    case 'number':
      return numberOf(given, type.min, type.max);
    case 'moment':
      return numberOf(given, 0, Number.MAX_SAFE_INTEGER);
    case 'one':
      return type.options.includes(given)
        ? { value: given }
        : { problem: `${name} is one of ${type.options.join(', ')}.` };
    case 'list':
      return listOf(given, type.options);
    case 'flag':
      return flagOf(given, place === 'body');
    case 'country':
      return countryOf(given);
    case 'uri':
      return uriOf(given);
    case 'uris':
    case 'items':
      return urisOf(given, type, place === 'query');
    case 'id':
      return idOf(given, type.of);
    case 'json':
      return jsonOf(given);
    case 'jpeg':
      return jpegOf(given);
    case 'texts':
      return { value: wordsOf(given) };
    case 'text':
      return place === 'path' ? segmentOf(given) : { value: given };
  }
}

function flagOf(text: string, isBody: boolean): FieldValue {
  if (text !== 'true' && text !== 'false') return { problem: 'true or false.' };
  return { value: isBody ? text === 'true' : text };
}

function countryOf(text: string): FieldValue {
  return /^([A-Z]{2}|from_token)$/.test(text)
    ? { value: text }
    : { problem: 'Two capital letters, such as SE.' };
}

function jpegOf(text: string): FieldValue {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length <= LONGEST_JPEG
    ? { value: text }
    : { problem: 'A JPEG in base64, at most 256 kB, without data: before it.' };
}

function segmentOf(text: string): FieldValue {
  return /^[\w.-]+$/.test(text) && !/^\.+$/.test(text)
    ? { value: text }
    : { problem: 'Letters, digits, dot, underscore and hyphen only.' };
}

function numberOf(text: string, min: number, max: number): FieldValue {
  const value = Number(text);
  const isWhole = /^\d{1,16}$/.test(text);
  return isWhole && value >= min && value <= max
    ? { value }
    : { problem: `A whole number from ${min} to ${max}.` };
}

function listOf(text: string, options: readonly string[]): FieldValue {
  const words = wordsOf(text);
  const unknown = words.find((word) => !options.includes(word));
  return unknown === undefined
    ? { value: words.join(',') }
    : { problem: `“${unknown}” is none of ${options.join(', ')}.` };
}

function idOf(text: string, kind: string): FieldValue {
  const found = parseReference(text);
  if (!found) return { problem: 'Paste an ID of 22 characters, a link or a URI of Spotify.' };
  return found.kind === undefined || found.kind === kind
    ? { value: found.id }
    : { problem: `This leads to a ${found.kind}, not to a ${kind}.` };
}

function uriOf(text: string): FieldValue {
  const found = parseReference(text);
  if (!found?.kind) return { problem: 'Paste a link or a URI of Spotify.' };
  return { value: `spotify:${found.kind}:${found.id}` };
}

function urisOf(
  text: string,
  type: FieldType & { readonly kind: 'uris' | 'items' },
  isQuery: boolean,
): FieldValue {
  const words = wordsOf(text);
  const uris: string[] = [];
  for (const word of words) {
    const found = parseReference(word);
    if (!found?.kind) return { problem: `“${word.slice(0, 60)}” is no link or URI of Spotify.` };
    uris.push(`spotify:${found.kind}:${found.id}`);
  }
  if (uris.length > type.max) return { problem: `At most ${type.max}; these are ${uris.length}.` };
  if (isQuery) return { value: uris.join(',') };
  return { value: type.kind === 'items' ? uris.map((uri) => ({ uri })) : uris };
}

function jsonOf(text: string): FieldValue {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'This is no JSON.' };
  }
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
