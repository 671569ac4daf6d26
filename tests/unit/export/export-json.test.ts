import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JSON_FORMAT } from '../../../src/features/export/formats/json.ts';
import type { Playlist, PlaylistItem } from '../../../src/library/types.ts';
import { anyItems, anyPlaylist, OPTIONS, whole } from './exported-rows.ts';

/** The same value with whole characters only. */
function wholeIn<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === 'string' ? whole(member) : member,
  );
}

function wireTrack(item: PlaylistItem) {
  const { addedAt, addedBy, durationMs, releaseDate, spotifyUrl, coverUrl: _, ...same } = item;
  return wholeIn({
    ...same,
    added_at: addedAt,
    added_by: addedBy,
    duration_ms: durationMs,
    release_date: releaseDate,
    url: spotifyUrl,
  });
}

function wirePlaylist(playlist: Playlist) {
  const { ownerId, tracksTotal, spotifyUrl, snapshotId, coverUrl: _, ...same } = playlist;
  return wholeIn({
    ...same,
    owner_id: ownerId,
    tracks_total: tracksTotal,
    url: spotifyUrl,
    snapshot_id: snapshotId,
  });
}

const HEAD = { version: 1, exported_at: '2026-11-24T12:00:00.000Z' };

test('any playlists are read back with all that is known of them', () => {
  fc.assert(
    fc.property(fc.array(anyPlaylist), (playlists) => {
      const text = JSON_FORMAT.table?.(playlists, [], OPTIONS) ?? '';
      expect(JSON.parse(text)).toEqual({
        ...HEAD,
        format: 'Liner Notes playlists',
        playlists: playlists.map(wirePlaylist),
      });
    }),
  );
});

test('any tracks are read back with all that is known of them', () => {
  fc.assert(
    fc.property(fc.option(anyPlaylist), anyItems, (playlist, items) => {
      const name = playlist?.name ?? 'Liked songs';
      expect(JSON.parse(JSON_FORMAT.tracks({ name, playlist, items }, OPTIONS))).toEqual({
        ...HEAD,
        format: 'Liner Notes tracks',
        name: whole(name),
        playlist: playlist && wirePlaylist(playlist),
        tracks: items.map(wireTrack),
      });
    }),
  );
});

test('one file of many lists names the list of each track, and lists the empty and the missing ones too', () => {
  const anyLists = fc.array(fc.tuple(anyPlaylist, anyItems));
  fc.assert(
    fc.property(anyLists, fc.array(anyPlaylist), (lists, missing) => {
      const file = JSON_FORMAT.merged?.(OPTIONS);
      const parts = lists.map(([playlist, items]) =>
        file?.part({ name: playlist.name, playlist, items }),
      );
      const tail = file?.tail(
        missing.map((playlist) => ({
          playlist,
          reason: 'So it is.',
          isPartial: false,
          isWithheld: true,
        })),
      );
      expect(JSON.parse([file?.head, ...parts, tail].join(''))).toEqual({
        ...HEAD,
        format: 'Liner Notes merged tracks',
        tracks: lists.flatMap(([{ name, id }, items]) =>
          items.map((item) => ({
            ...wireTrack(item),
            playlist_name: whole(name),
            playlist_id: whole(id),
          })),
        ),
        playlists: lists.map(([playlist]) => wirePlaylist(playlist)),
        missing: missing.map((playlist) => ({
          ...wirePlaylist(playlist),
          reason: 'So it is.',
          is_partial: false,
        })),
      });
    }),
  );
});
