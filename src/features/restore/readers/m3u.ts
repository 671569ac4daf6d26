import { type FileRow, listNameOf, NO_SONG, type ReadFile } from './read-file.ts';
import { artistAndTitle } from './text.ts';
import { uriIn } from './values.ts';

/** Longer lengths are not believed. */
const LONGEST_SECONDS = 1_000_000;

/** Reads an M3U playlist; the paths of its files are names at most, and are never opened. */
export function readM3u(text: string, name: string): ReadFile | undefined {
  if (!/^\uFEFF?#EXTM3U\b/.test(text) && !/^#EXTINF:/m.test(text)) return undefined;
  const rows: FileRow[] = [];
  let title = name;
  let about: Partial<FileRow> | undefined;
  for (const raw of text.split(/\r\n|[\r\n]/)) {
    const line = raw.trim();
    if (line.startsWith('#PLAYLIST:')) title = line.slice('#PLAYLIST:'.length).trim() || name;
    else if (line.startsWith('#EXTINF:')) about = aboutOf(line.slice('#EXTINF:'.length));
    else if (line !== '' && !line.startsWith('#') && !line.startsWith('\uFEFF#')) {
      const uri = uriIn(line);
      const known = about ?? (uri ? {} : artistAndTitle(listNameOf(line)));
      rows.push({ ...NO_SONG, ...known, uri });
      about = undefined;
    }
  }
  return {
    format: 'M3U',
    lists: [{ name: title, description: null, kind: 'playlist', rows }],
    warnings: [],
  };
}

function aboutOf(text: string): Partial<FileRow> {
  const comma = text.indexOf(',');
  const length = Number.parseInt(text.slice(0, Math.max(0, comma)), 10);
  const durationMs = length > 0 && length < LONGEST_SECONDS ? length * 1000 : null;
  return { ...artistAndTitle(text.slice(comma + 1)), durationMs };
}
