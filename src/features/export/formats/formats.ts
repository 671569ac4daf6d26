import { CSV } from './csv.ts';
import type { Format } from './format.ts';
import { JSON_FORMAT } from './json.ts';
import { PLAIN_TEXT } from './plain-text.ts';
import { XSPF } from './xspf.ts';

/** All export formats, in menu order; a new format is a new file and a line here. */
export const FORMATS = {
  csv: CSV,
  json: JSON_FORMAT,
  xspf: XSPF,
  text: PLAIN_TEXT,
} as const satisfies Record<string, Format>;

/** Id of an export format. */
export type FormatId = keyof typeof FORMATS;

/** Gives the format with an id; CSV for an unknown id, such as a stored one of a format that was removed. */
export function formatOf(name: string): Format {
  const formats: Readonly<Record<string, Format>> = FORMATS;
  return Object.hasOwn(formats, name) ? (formats[name] ?? CSV) : CSV;
}
