import { readCsv, unknownTable } from './csv.ts';
import { readJson } from './json.ts';
import { readLinks } from './links.ts';
import { readM3u } from './m3u.ts';
import { listNameOf, type ReadChoice, ReadError, type ReadFile } from './read-file.ts';
import { readSpotifyBackup } from './spotify-backup.ts';
import { readText } from './text.ts';
import { readXspf } from './xspf.ts';

/**
 * Recognises a text by its contents and reads it, or reads it as the table that a person chose; the path gives the name
 * of a list that has none. A table of which nothing was recognised has no lists.
 *
 * @throws ReadError where no reader knows it, or no song is in it.
 */
export async function readTextFile(
  text: string,
  path: string,
  choice: ReadChoice = {},
): Promise<ReadFile> {
  if (text.trim() === '') throw new ReadError('empty');
  const name = listNameOf(path);
  const { delimiter, columns, hasHeadings } = choice;
  const isTable = [delimiter, columns, hasHeadings].some((each) => each !== undefined);
  const read = isTable ? await readCsv(text, name, choice) : await recognised(text, name, path);
  if (!read) throw new ReadError('unknown');
  if (read.table?.isUnknown) return read;
  const lists = read.lists.filter(({ rows }) => rows.length > 0);
  const hasSaved = read.saved?.some(({ items }) => items.length > 0) === true;
  if (lists.length === 0 && !hasSaved) throw new ReadError('no-songs');
  const empty = read.lists.length - lists.length;
  const left = `${empty} ${empty === 1 ? 'list is' : 'lists are'} empty, and left out.`;
  return { ...read, lists, warnings: empty > 0 ? [...read.warnings, left] : read.warnings };
}

async function recognised(text: string, name: string, path: string): Promise<ReadFile | undefined> {
  if (/^\uFEFF?\s*[[{]/.test(text)) return readJson(text, name);
  const known =
    readXspf(text, name) ?? readM3u(text, name) ?? readSpotifyBackup(text) ?? readLinks(text, name);
  if (known || /^\s*</.test(text)) return known;
  // The name of a text file decides, because a line of a song may hold commas.
  if (/\.txt$/i.test(path)) return (await tableWithLinks(text, name)) ?? readText(text, name);
  return (await readCsv(text, name)) ?? unknownTable(text) ?? readText(text, name);
}

/** Reads a text file as a table only where that finds links, or its headings are known. */
async function tableWithLinks(text: string, name: string): Promise<ReadFile | undefined> {
  const read = await readCsv(text, name);
  const hasLinks = read?.lists.some(({ rows }) => rows.some(({ uri, isrc }) => uri ?? isrc));
  return hasLinks ? read : undefined;
}
