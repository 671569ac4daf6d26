import { CSV } from './csv.ts';
import type { Format } from './format.ts';
import { JSON_FORMAT } from './json.ts';
import { PLAIN_TEXT } from './plain-text.ts';
import { XSPF } from './xspf.ts';

/** All formats, in the order in which they are offered. A new format is a new file and a line here. */
export const FORMATS = {
  csv: CSV,
  json: JSON_FORMAT,
  xspf: XSPF,
  text: PLAIN_TEXT,
} as const satisfies Record<string, Format>;

/** Names a format. */
export type FormatId = keyof typeof FORMATS;

/** Gives a format by its name; CSV where there is none of that name, or no longer. */
export function formatOf(name: string): Format {
  const formats: Readonly<Record<string, Format>> = FORMATS;
  return Object.hasOwn(formats, name) ? (formats[name] ?? CSV) : CSV;
}
