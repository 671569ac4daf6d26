import type { SearchHint } from './search-help.ts';

/** The operators of the search for songs. */
export const ITEM_SEARCH_HELP: readonly SearchHint[] = [
  { example: 'artist:"a name"', meaning: 'by one artist' },
  { example: 'album:"a title"', meaning: 'from one album or show' },
  { example: 'added:2023', meaning: 'when they were added; also added:2023-05' },
  { example: 'released:1980..1989', meaning: 'when they came out; also released:1984' },
  { example: 'explicit:yes', meaning: 'marked as explicit; explicit:no for the others' },
  { example: 'kind:episode', meaning: 'also kind:track, kind:local and kind:unavailable' },
  { example: 'playable:no', meaning: 'removed by Spotify, or not offered to you' },
  { example: 'twice:yes', meaning: 'more than once in this list' },
  { example: '"two words"', meaning: 'these words side by side' },
];
