import type { PlaylistItem } from '../../../library/types.ts';
import { listIn, membersOf, textIn } from '../../../spotify/wire.ts';
import { fromJson } from '../../../storage/shape.ts';
import { BACKUP_FORMATS, BACKUP_INDEX } from '../../export/formats/backup.ts';
import { accountOf, type Backup, BackupError, readBackup } from './backup.ts';
import { decodeText } from './decode.ts';
import { namedListOf, versionOf } from './own-json.ts';
import {
  type FileList,
  type FileRow,
  type NamedList,
  ReadError,
  type ReadFile,
} from './read-file.ts';
import { readSaved } from './saved.ts';
import { readTextFile } from './text-file.ts';
import { pathsIn, unzip } from './zip.ts';

const READABLE = /\.(?:csv|tsv|json|xspf|m3u8?|txt)$/i;
/** What holds no list: what macOS adds to a zip, and the report of an export. */
const NO_LIST = /(?:^|\/)(?:__MACOSX\/|\._|Missing playlists\.txt$)/;

/**
 * Reads a zip: a backup of this app by its index, else every file by itself.
 *
 * @throws ReadError where the zip cannot be unpacked, or holds no songs.
 */
export async function readZip(bytes: Uint8Array): Promise<ReadFile> {
  const { texts, warnings: unread } = await textsOf(bytes);
  const index = membersOf(fromJson(texts.get(BACKUP_INDEX) ?? null));
  if (index['format'] !== BACKUP_FORMATS.index) return everyFile(texts, unread);
  const entries = (listIn(index['lists']) ?? []).map(membersOf);
  const isJson = entries.every(({ file }) => file === null || String(file).endsWith('.json'));
  const { saved, warnings: unsaved } = readSaved(index, texts);
  const warnings = [...unread, ...unsaved];
  const about = { ...aboutOf(index), saved };
  if (!isJson) return { ...(await indexedFiles(texts, entries, warnings)), ...about };
  try {
    return { ...fromBackup(readBackup(texts), warnings), saved };
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    if (error.kind === 'newer-version') throw new ReadError('newer-version');
    const text = `The backup is damaged at ${error.file}. What can be read is below.`;
    return { ...(await indexedFiles(texts, entries, [...warnings, text])), ...about };
  }
}

/** Decodes the readable files of a zip, and names the others. */
async function textsOf(
  bytes: Uint8Array,
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly warnings: readonly string[] }> {
  const texts = new Map<string, string>();
  const isWanted = (path: string) => READABLE.test(path) && !NO_LIST.test(path);
  const warnings: string[] = [];
  for await (const { path, bytes: content } of unzip(bytes, isWanted)) {
    try {
      texts.set(path, decodeText(content).text);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      if (error.kind !== 'empty') warnings.push(unreadText(path));
    }
  }
  const others = pathsIn(bytes).filter((path) => !isWanted(path) && !NO_LIST.test(path));
  warnings.push(...others.map(unreadText));
  if (texts.size === 0) throw new ReadError('zip-empty');
  return { texts, warnings };
}

function aboutOf(index: Readonly<Record<string, unknown>>) {
  const exportedAt = Date.parse(String(index['exported_at']));
  return {
    account: accountOf(index['account']),
    exportedAt: Number.isNaN(exportedAt) ? undefined : exportedAt,
  };
}

function fromBackup({ lists, account, exportedAt }: Backup, warnings: readonly string[]): ReadFile {
  const readable = lists.filter(({ content }) => content !== 'record');
  return {
    format: 'Liner Notes backup',
    lists: readable.map(({ name, playlist, items, content }) => ({
      name,
      description: playlist?.description ?? null,
      kind: playlist ? 'playlist' : 'liked',
      rows: items.map(rowOf),
      ...(playlist ? { id: playlist.id, snapshotId: playlist.snapshotId } : {}),
      ...(content === 'partial' ? { isPartial: true } : {}),
    })),
    warnings: [...warnings, ...missingTexts(lists)],
    named: lists
      .filter(({ content }) => content === 'record')
      .map(({ name, playlist, reason }) => ({ id: playlist?.id ?? null, name, reason })),
    account,
    exportedAt,
  };
}

function rowOf(item: PlaylistItem): FileRow {
  const { uri, isrc, title, artists, album, durationMs, addedAt } = item;
  const row = { uri, isrc, title, artists, album, durationMs, addedAt };
  return item.isPlayable === false ? { ...row, isPlayable: false } : row;
}

function missingTexts(
  lists: readonly {
    readonly name: string;
    readonly content: unknown;
    readonly reason: string | null;
  }[],
): readonly string[] {
  const records = lists.filter(({ content }) => content === 'record').length;
  const partial = lists.filter(({ content }) => content === 'partial');
  return [
    ...(records > 0
      ? [
          `${records} ${records === 1 ? 'playlist is' : 'playlists are'} in the backup by name only.`,
        ]
      : []),
    ...partial.map(({ name, reason }) =>
      `${name} is incomplete in the backup. ${reason ?? ''}`.trim(),
    ),
  ];
}

/** Reads the lists that the index names, with its names, from files of any format. */
async function indexedFiles(
  texts: ReadonlyMap<string, string>,
  entries: readonly Readonly<Record<string, unknown>>[],
  warnings: readonly string[],
): Promise<ReadFile> {
  const lists: FileList[] = [];
  const problems: string[] = [];
  const named: NamedList[] = [];
  for (const { file, name, kind, content, playlist, reason, rows: count } of entries) {
    const about = membersOf(playlist);
    const unread = (why: unknown) =>
      named.push(namedListOf({ id: about['id'], name, reason: why }));
    if (typeof file !== 'string') {
      unread(reason);
      continue;
    }
    const read = await triedFile(file, texts.get(file) ?? '');
    const rows = read?.lists.flatMap((list) => list.rows) ?? [];
    if (!read && count !== 0) {
      problems.push(unreadText(file));
      unread('Its part of the backup can’t be read.');
    } else
      lists.push({
        name: textIn(name) ?? file,
        description: textIn(about['description']),
        ...factsOf(kind, content),
        rows,
        ...versionOf(about),
      });
  }
  const missing = entries.map(({ name, content, reason }) => ({
    name: textIn(name) ?? '',
    content,
    reason: textIn(reason),
  }));
  return {
    format: 'Liner Notes backup',
    lists,
    warnings: [...warnings, ...problems, ...missingTexts(missing)],
    named,
  };
}

function factsOf(kind: unknown, content: unknown): Pick<FileList, 'kind' | 'isPartial'> {
  const known = { kind: kind === 'liked songs' ? 'liked' : 'playlist' } as const;
  return content === 'partial' ? { ...known, isPartial: true } : known;
}

async function everyFile(
  texts: ReadonlyMap<string, string>,
  warnings: readonly string[],
): Promise<ReadFile> {
  const lists: FileList[] = [];
  const formats = new Set<string>();
  const files: ReadFile[] = [];
  const problems: string[] = [];
  for (const [path, text] of texts) {
    const read = await triedFile(path, text);
    if (read) {
      lists.push(...read.lists);
      files.push(read);
      formats.add(read.format);
      problems.push(...read.warnings);
    } else problems.push(unreadText(path));
  }
  if (lists.length === 0) throw new ReadError('zip-empty');
  const [only] = formats;
  const format = only && formats.size === 1 ? `${only} in a zip` : 'Zip';
  return {
    format,
    lists,
    warnings: [...warnings, ...problems],
    account: files.find(({ account }) => account)?.account,
    exportedAt: files.find((file) => file.exportedAt !== undefined)?.exportedAt,
  };
}

async function triedFile(path: string, text: string): Promise<ReadFile | undefined> {
  try {
    const read = await readTextFile(text, path);
    return read.lists.length > 0 ? read : undefined;
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

function unreadText(path: string): string {
  return `${path} holds no songs, and is left out.`;
}
