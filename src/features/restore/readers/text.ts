import { type FileRow, isLikedName, NO_SONG, type ReadFile } from './read-file.ts';
import { wordsIn } from './values.ts';

/** The line of a song that Spotify has removed, in this app's own text files. */
const GONE = 'No longer available';
const LONGEST_LINE = 500;

/** Reads one song a line, "Artists – Title" or a title alone; `undefined` where the lines are too long for that. */
export function readText(text: string, name: string): ReadFile | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0 || lines.some((line) => line.length > LONGEST_LINE)) return undefined;
  const rows = lines.map(rowOf);
  const kind = isLikedName(name) ? 'liked' : 'playlist';
  return { format: 'Text', lists: [{ name, description: null, kind, rows }], warnings: [] };
}

function rowOf(line: string): FileRow {
  return line === GONE ? NO_SONG : { ...NO_SONG, ...artistAndTitle(line) };
}

/** Splits "Artists – Title" at its first dash between spaces. */
export function artistAndTitle(line: string): Pick<FileRow, 'artists' | 'title'> {
  const [, artists, title] = / – /.test(line)
    ? (/^(.*?) – (.*)$/s.exec(line) ?? [])
    : (/^(.*?) [-—] (.*)$/s.exec(line) ?? []);
  if (!wordsIn(artists) || !wordsIn(title)) return { artists: [], title: wordsIn(line) };
  return { artists: [artists?.trim() ?? ''], title: wordsIn(title) };
}
