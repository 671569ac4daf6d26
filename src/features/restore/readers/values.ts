const ID = '[0-9A-Za-z]{22}';
const URI = new RegExp(`^spotify:(track|episode):(${ID})$`);
const URL_OF_SONG = new RegExp(
  `^(?:https?://)?(?:open|play)\\.spotify\\.com/(?:intl-[a-z]{2,3}/)?(?:embed/)?(track|episode)/(${ID})(?:[/?#]|$)`,
  'i',
);
const LOCAL = /^spotify:local:/;
const BARE_ID = new RegExp(`^${ID}$`);
const ISRC = /^[A-Z]{2}[A-Z\d]{3}\d{7}$/;
const DAY = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;
const LARGEST_MS = 1_000_000_000;

/** Gives the URI of a song that a text is the URI or the link of; that of a local file unchanged; else `null`. */
export function uriIn(text: string): string | null {
  const cell = text.trim();
  if (LOCAL.test(cell)) return cell;
  const [, type, id] = URI.exec(cell) ?? URL_OF_SONG.exec(cell) ?? [];
  return type && id ? `spotify:${type.toLowerCase()}:${id}` : null;
}

/** Gives the URI of the track with a bare id, else `null`. */
export function uriOfId(text: string): string | null {
  return BARE_ID.test(text.trim()) ? `spotify:track:${text.trim()}` : null;
}

/** Whether a URI is that of a file on somebody's device, which no request can add. */
export function isLocalUri(uri: string): boolean {
  return LOCAL.test(uri);
}

/** Gives an ISRC in capitals without hyphens, else `null`. */
export function isrcIn(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return ISRC.test(code) ? code : null;
}

/** Gives a day or time of ISO 8601, else `null`. */
export function dayIn(text: string): string | null {
  const cell = text.trim();
  return DAY.test(cell) && !Number.isNaN(Date.parse(cell)) ? cell : null;
}

/** Gives a length in ms from `3:45`, `225s` or a number; `unit` is that of a bare number, in ms. */
export function durationIn(text: string, unit: 1 | 1000): number | null {
  const cell = text.trim().toLowerCase();
  const [, hours = '0', minutes, seconds] = CLOCK.exec(cell) ?? [];
  if (minutes && seconds)
    return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const [, number, suffix] = /^(\d+(?:\.\d+)?) ?(ms|s)?$/.exec(cell) ?? [];
  if (!number) return null;
  const ms = Math.round(Number(number) * (suffix ? (suffix === 'ms' ? 1 : 1000) : unit));
  return ms <= LARGEST_MS ? ms : null;
}

/** Gives a text without white space around it; `null` for an empty one. */
export function wordsIn(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

/** Gives the texts of an array, without empty ones. */
export function textsIn(value: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [];
  return texts.filter((text) => typeof text === 'string' && text !== '').map(String);
}
