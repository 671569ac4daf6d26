import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { type Format, type FormatOptions, wellFormed } from './format.ts';

/** Version of the file structure; a change that breaks readers increments it. */
const VERSION = 1;

/** JSON (RFC 8259): every known field, with the version and the time of the export. */
export const JSON_FORMAT: Format = {
  label: 'JSON',
  extension: 'json',
  mediaType: 'application/json',

  table: (playlists, _columns, options) =>
    `${headOf('playlists', options)},\n"playlists": ${linesOf(playlists.map(playlistMembers))}\n}\n`,

  rows({ name, columns, rows }, options) {
    const members = rows.map((row) =>
      Object.fromEntries(columns.map(({ id }, at) => [id.replaceAll('-', '_'), row[at] ?? null])),
    );
    const about = encodeJson({ name }).slice(1, -1);
    return `${headOf('rows', options)},\n${about},\n"rows": ${linesOf(members)}\n}\n`;
  },

  tracks: ({ name, playlist, items }, options) => {
    const about = encodeJson({ name, playlist: playlist && playlistMembers(playlist) }).slice(
      1,
      -1,
    );
    return `${headOf('tracks', options)},\n${about},\n"tracks": ${linesOf(items.map(trackMembers))}\n}\n`;
  },

  merged(options) {
    const included: Playlist[] = [];
    let hasTracks = false;
    return {
      head: `${headOf('merged tracks', options)},\n"tracks": [`,
      part({ name, playlist, items }) {
        if (playlist) included.push(playlist);
        const whose = { playlist_name: name, playlist_id: playlist?.id ?? null };
        const lines = items
          .map((item) => encodeJson({ ...whose, ...trackMembers(item) }))
          .join(',\n');
        if (lines === '') return '';
        const before = hasTracks ? ',\n' : '\n';
        hasTracks = true;
        return before + lines;
      },
      tail: (missing) =>
        `\n],\n"playlists": ${linesOf(included.map(playlistMembers))},\n"missing": ${linesOf(
          missing.map(({ playlist, reason, isPartial }) => ({
            ...playlistMembers(playlist),
            reason,
            is_partial: isPartial,
          })),
        )}\n}\n`,
    };
  },
};

function headOf(content: string, { exportedAt }: FormatOptions): string {
  const head = {
    format: `Liner Notes ${content}`,
    version: VERSION,
    exported_at: new Date(exportedAt).toISOString(),
  };
  return encodeJson(head).slice(0, -1);
}

/** Encodes an array with one element a line, so that two exports can be compared with a line diff. */
export function linesOf(members: readonly object[]): string {
  return members.length === 0 ? '[]' : `[\n${members.map(encodeJson).join(',\n')}\n]`;
}

/** Encodes a value, with lone surrogates replaced. */
export function encodeJson(value: object): string {
  return JSON.stringify(value, (_key, member) =>
    typeof member === 'string' ? wellFormed(member) : member,
  );
}

/** Gives the members of a playlist in a file. */
export function playlistMembers(playlist: Playlist) {
  return {
    id: playlist.id,
    name: playlist.name,
    description: playlist.description,
    owner: playlist.owner,
    owner_id: playlist.ownerId,
    tracks_total: playlist.tracksTotal,
    visibility: playlist.visibility,
    url: playlist.spotifyUrl,
    snapshot_id: playlist.snapshotId,
  };
}

/** Gives the members of an entry of a list in a file. */
export function trackMembers(item: PlaylistItem) {
  return {
    position: item.position,
    kind: item.kind,
    title: item.title,
    artists: item.artists,
    album: item.album,
    added_at: item.addedAt,
    added_by: item.addedBy,
    duration_ms: item.durationMs,
    release_date: item.releaseDate,
    explicit: item.explicit,
    isrc: item.isrc,
    id: item.id,
    uri: item.uri,
    url: item.spotifyUrl,
  };
}
