import { type FileRow, NO_SONG, type ReadFile } from './read-file.ts';
import { uriIn } from './values.ts';

const SPOTIFY = /^(?:spotify:[a-z]+:|(?:https?:\/\/)?(?:open|play)\.spotify\.com\/)/i;

/** Reads pasted links and URIs, any number in a line; `undefined` where the text holds anything else. */
export function readLinks(text: string, name: string): ReadFile | undefined {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  if (words.length === 0 || !words.every((word) => SPOTIFY.test(word))) return undefined;
  const rows = words.flatMap((word): FileRow[] => {
    const uri = uriIn(word);
    return uri ? [{ ...NO_SONG, uri }] : [];
  });
  const others = words.length - rows.length;
  return {
    format: 'Spotify links',
    lists: rows.length > 0 ? [{ name, description: null, kind: 'playlist', rows }] : [],
    warnings:
      others > 0
        ? [`${others} ${others === 1 ? 'link leads' : 'links lead'} to no song or episode.`]
        : [],
  };
}
