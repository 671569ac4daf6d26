import { formatTitle } from '../../../library/item-columns.ts';
import type { PlaylistItem } from '../../../library/types.ts';
import { type Format, wellFormed } from './format.ts';

/** Every character that some program treats as a line break. */
const LINE_BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/g;

/** Plain text with one line per track, such as "Artists – Title". */
export const PLAIN_TEXT: Format = {
  label: 'Text',
  extension: 'txt',
  mediaType: 'text/plain',
  tracks: ({ items }) => items.map((item) => `${lineOf(item)}\n`).join(''),
};

function lineOf(item: PlaylistItem): string {
  const parts = [item.artists.join(', '), formatTitle(item)].filter(Boolean);
  return wellFormed(parts.join(' – ')).replace(LINE_BREAKS, ' ');
}
