import { SAVED_COLUMNS } from '../../../library/saved.ts';
import type { Playlist } from '../../../library/types.ts';
import { isLikedSongs } from '../../../lists/gather-liked.ts';
import type { GatheredSaved } from '../../../lists/gather-saved.ts';
import type { TrackCache } from '../../../lists/track-cache.ts';
import { savedReason } from '../../../words/flaw.ts';
import {
  BACKUP_INDEX,
  type BackupEntry,
  type BackupFacts,
  type BackupSaved,
  encodeBackupIndex,
  encodeBackupList,
  encodeBackupSaved,
} from '../formats/backup.ts';
import type { Missing, TrackList } from '../formats/format.ts';
import { formatOf } from '../formats/formats.ts';
import { type TextFile, zipOf } from './archive.ts';
import { makeFileNames } from './file-names.ts';
import { dayOf, type ExportRequest, type StreamedFile, TracksGoneError } from './write-export.ts';

/**
 * Encodes the cached songs of all lists as one zip, from which the lists can be restored: a file for each list, and an
 * index of all of them that names what is missing; what is saved has files of its own. A format other than JSON is used
 * for the lists alone.
 */
export function writeBackup(
  asked: ExportRequest,
  kept: TrackCache,
  missing: readonly Missing[],
  facts: BackupFacts,
  saved: readonly GatheredSaved[],
): StreamedFile {
  const missingById = new Map(missing.map((each) => [each.playlist.id, each]));

  async function itemsOf(row: Playlist): Promise<TrackList['items']> {
    const { items } = await kept.read(row);
    if (!items) throw new TracksGoneError();
    return items;
  }

  async function* files(): AsyncGenerator<TextFile> {
    const names = makeFileNames();
    const entries: BackupEntry[] = [];
    for (const row of asked.playlists) {
      const { reason = null, isPartial = true } = missingById.get(row.id) ?? {};
      const playlist = isLikedSongs(row) ? null : row;
      const about = { playlist, name: row.name, reason };
      if (!isPartial) {
        entries.push({ ...about, file: null, rows: 0, content: 'record' });
        continue;
      }
      const list: TrackList = { name: row.name, playlist, items: await itemsOf(row) };
      const name = names.next(list.name, formatOf(asked.format).extension);
      const file = playlist ? `playlists/${name}` : name;
      yield { name: file, text: encodeList(list, asked, facts) };
      const content = reason === null ? 'complete' : 'partial';
      entries.push({ ...about, file, rows: list.items.length, content });
    }
    yield* savedFiles(saved, asked, facts);
    const about = saved.map((list) => aboutSaved(list, asked));
    yield { name: BACKUP_INDEX, text: encodeBackupIndex(entries, facts, about) };
  }

  return {
    name: `liner-notes-backup-${dayOf(facts.exportedAt)}.zip`,
    mediaType: 'application/zip',
    content: zipOf(files(), facts.exportedAt),
  };
}

function encodeList(list: TrackList, asked: ExportRequest, facts: BackupFacts): string {
  if (asked.format === 'json') return encodeBackupList(list, facts);
  return formatOf(asked.format).tracks(list, { ...asked, exportedAt: facts.exportedAt });
}

function* savedFiles(
  saved: readonly GatheredSaved[],
  asked: ExportRequest,
  facts: BackupFacts,
): Generator<TextFile> {
  for (const list of saved) {
    const { file } = aboutSaved(list, asked);
    if (file) yield { name: file, text: encodeSaved(list, asked, facts) };
  }
}

function aboutSaved({ kind, items, error }: GatheredSaved, { format }: ExportRequest): BackupSaved {
  const hasFile = error === undefined || items.length > 0;
  return {
    kind,
    file: hasFile ? `saved/${kind}s.${formatOf(format).extension}` : null,
    rows: items.length,
    reason: error === undefined ? null : savedReason(error),
  };
}

function encodeSaved(
  { kind, items }: GatheredSaved,
  asked: ExportRequest,
  facts: BackupFacts,
): string {
  const { rows: encode } = formatOf(asked.format);
  if (asked.format === 'json' || !encode) return encodeBackupSaved(kind, items, facts);
  const columns = SAVED_COLUMNS[kind];
  const rows = items.map((item) => columns.map((column) => column.value(item)));
  const options = { ...asked, exportedAt: facts.exportedAt };
  return encode({ name: `Saved ${kind}s`, columns, rows }, options);
}
