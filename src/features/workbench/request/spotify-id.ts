const ID = /^[0-9A-Za-z]{22}$/;
const URI = /^spotify:([a-z]+):([0-9A-Za-z]{22})$/;
/** Links of Spotify's players, some of them with a language before the kind. */
const LINK_PATH =
  /^(?:\/intl-[a-z]{2}(?:-[A-Za-z]+)?)?(?:\/embed)?\/([a-z]+)\/([0-9A-Za-z]{22})\/?$/;

/** What a pasted id, URI or link of Spotify names; an id alone does not tell its kind. */
export interface SpotifyReference {
  readonly kind: string | undefined;
  readonly id: string;
}

/** Parses a pasted id, `spotify:` URI or link of open.spotify.com; `undefined` for any other text. */
export function parseReference(text: string): SpotifyReference | undefined {
  const pasted = text.trim();
  if (ID.test(pasted)) return { kind: undefined, id: pasted };
  const [, kind, id] = URI.exec(pasted) ?? LINK_PATH.exec(pathOfLink(pasted)) ?? [];
  return kind !== undefined && id !== undefined ? { kind, id } : undefined;
}

function pathOfLink(text: string): string {
  try {
    const url = new URL(/^open\.spotify\.com\//.test(text) ? `https://${text}` : text);
    return url.hostname === 'open.spotify.com' ? url.pathname : '';
  } catch {
    return '';
  }
}
