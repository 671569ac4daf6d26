/** An example of an operator, and its meaning. */
export interface SearchHint {
  readonly example: string;
  readonly meaning: string;
}

/** The operators of the search for playlists. */
export const PLAYLIST_SEARCH_HELP: readonly SearchHint[] = [
  { example: 'owner:me', meaning: 'yours' },
  { example: 'owner:"a name"', meaning: 'those of one owner' },
  { example: 'followed:yes', meaning: 'those of other people' },
  {
    example: 'profile:no',
    meaning: 'yours that your profile doesn’t show; profile:yes for the others',
  },
  { example: 'collaborative:yes', meaning: 'those that several people edit' },
  { example: 'tracks:>100', meaning: 'by size; also tracks:<10 and tracks:10..50' },
  { example: '"two words"', meaning: 'these words side by side' },
];
