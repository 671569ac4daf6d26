import type { Song } from '../../library/song.ts';
import type { LibraryChanges } from '../../services/library-changes.ts';
import type { SongIndexJob } from '../../services/song-index/song-index.ts';
import type { ChosenEntry, ChosenSong } from '../edit/opener.tsx';

/** What a change needs of a song, with the date of its like for the record. */
export function chosenOf(song: Song): ChosenSong & Pick<ChosenEntry, 'saved'> {
  return song.isLiked ? { ...song, saved: { at: song.likedAt, position: null } } : song;
}

/** Gives the songs of the index with the likes that were changed since it was read. */
export function songsNow(index: SongIndexJob, changes: LibraryChanges): readonly Song[] {
  const songs = index.songs();
  const liked = changes.likedSince(index.collection.savedAt() ?? 0);
  if (Object.keys(liked).length === 0) return songs;
  return songs.map((song) => {
    const isLiked = liked[song.uri ?? ''];
    if (isLiked === undefined || isLiked === song.isLiked) return song;
    return { ...song, isLiked, likedAt: null };
  });
}
