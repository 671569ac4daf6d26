/** Title of the search for songs without a link, by which the page knows it without loading it. */
export const FIND_SONGS = 'Find songs';
