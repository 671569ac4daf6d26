import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const PAGES = 'unit/spotify/playlist-pages.test.ts';

/** Faults of reading, sorting and finding the music. */
export const LIBRARY: readonly Mutation[] = [
  mutation(
    'zero-for-unknown',
    'counts no tracks where Spotify does not tell how many there are',
    [
      edit(
        'src/spotify/playlists.ts',
        "return numberIn(membersOf(contents)['total']);",
        "return numberIn(membersOf(contents)['total']) ?? 0;",
      ),
    ],
    [proof('unit/spotify/playlists.test.ts', 'with %s the count is %s', '', 'no contents at all')],
  ),
  mutation(
    'new-dialect-alone',
    'knows only the new name of the count',
    [
      edit(
        'src/spotify/playlists.ts',
        "totalIn(members['items']) ?? totalIn(members['tracks'])",
        "totalIn(members['items'])",
      ),
    ],
    [proof('unit/spotify/playlists.test.ts', 'with %s the count is %s', '', 'the old dialect')],
  ),
  mutation(
    'unknown-first',
    'sorts what is unknown to the top when a column is turned round',
    [
      edit(
        'src/library/sort.ts',
        'return Number(a.value === null) - Number(b.value === null);',
        'return sign * (Number(a.value === null) - Number(b.value === null));',
      ),
    ],
    [proof('unit/library/sort.test.ts', 'unknown values stand last both ways', '')],
  ),
  mutation(
    'marks-matter',
    'finds "Älska" only by its two dots',
    [edit('src/library/fold.ts', ".replace(MARKS, '')", '')],
    [proof('unit/library/search.test.ts', '%j is found by %j', '')],
  ),
  mutation(
    'last-page-lost',
    'leaves out the last page of a list',
    [
      edit(
        'src/spotify/paging.ts',
        'while (end <= last) askForOneMore();',
        'while (end < last - step) askForOneMore();',
      ),
      edit('src/spotify/paging.ts', 'const goesOn = page.hasNext &&', 'const goesOn = !page &&'),
    ],
    [proof(PAGES, 'a list of %i playlists is complete after %i requests', '')],
  ),
  mutation(
    'known-pages-fetched-again',
    'asks again for the pages that have come',
    [
      edit(
        'src/spotify/paging.ts',
        'if (!isKnown.has(end)) offsets.push(end);',
        'offsets.push(end);',
      ),
    ],
    [proof(PAGES, 'a list that was interrupted goes on with the missing pages alone', '')],
  ),
];
