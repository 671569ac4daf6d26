import type { SavedKind } from '../../../library/saved.ts';
import { listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { fromJson } from '../../../storage/shape.ts';
import { BACKUP_FORMATS, BACKUP_VERSION } from '../../export/formats/backup.ts';
import type { FileSaved, ReadFile } from './read-file.ts';
import { textsIn, wordsIn } from './values.ts';

const KINDS: Readonly<Record<string, SavedKind>> = {
  albums: 'album',
  shows: 'show',
  episodes: 'episode',
  audiobooks: 'audiobook',
};
const INCOMPLETE = 'Some were missing when the file was made.';
const NOT_JSON = 'Only those of a backup in JSON can be compared.';
const URI = /^spotify:(?:album|show|episode|audiobook):[0-9A-Za-z]{22}$/;

/** Reads what is saved from a backup, by its index; each kind that cannot be read has a sentence that says so. */
export function readSaved(
  index: Members,
  files: ReadonlyMap<string, string>,
): Required<Pick<ReadFile, 'saved' | 'warnings'>> {
  const read = (listIn(index['saved']) ?? []).map(membersOf).flatMap((entry) => {
    const kind = KINDS[String(entry['kind'])];
    return kind ? readKind(kind, entry, files) : [];
  });
  return {
    saved: read.map(({ saved }) => saved),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

function readKind(
  kind: SavedKind,
  { file, rows, reason }: Members,
  files: ReadonlyMap<string, string>,
): { readonly saved: FileSaved; readonly warnings: readonly string[] } {
  const words = textIn(reason);
  const items = typeof file === 'string' ? itemsIn(files.get(file) ?? null) : undefined;
  const isUnread = !items && typeof file === 'string' && rows !== 0;
  const problem = words !== null ? INCOMPLETE : isUnread ? NOT_JSON : undefined;
  return {
    saved: { kind, items: items ?? [], ...(problem && { problem }) },
    warnings: [
      ...(words === null ? [] : [`Saved ${kind}s: ${words}`]),
      ...(isUnread ? [`Saved ${kind}s aren’t restored: the file has ${String(rows)}.`] : []),
    ],
  };
}

/** Reads the saved albums, shows, episodes or audiobooks of a backup whose files were unpacked. */
export function readSavedFile(content: Members): ReadFile | undefined {
  const kind = KINDS[String(content['kind'])];
  const items = itemsOf(content);
  if (!kind || !items) return undefined;
  return { format: 'Liner Notes backup', lists: [], saved: [{ kind, items }], warnings: [] };
}

/** Gives the items of one file; `undefined` where it cannot be read. */
function itemsIn(text: string | null): FileSaved['items'] | undefined {
  return itemsOf(membersOf(fromJson(text)));
}

function itemsOf({ format, version, items }: Members): FileSaved['items'] | undefined {
  if (format !== BACKUP_FORMATS.saved || Number(version) > BACKUP_VERSION) return undefined;
  return listIn(items)
    ?.map(membersOf)
    .flatMap(({ uri, name, people }) => savedItemOf(uri, name, textsIn(people)));
}

/** Gives one saved item; none without a link of Spotify's. */
export function savedItemOf(
  uri: unknown,
  name: unknown,
  artists: readonly string[],
): FileSaved['items'] {
  const text = textIn(uri) ?? '';
  return URI.test(text) ? [{ uri: text, title: wordsIn(textIn(name)), artists }] : [];
}
