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
const URI = /^spotify:(?:album|show|episode|audiobook):[0-9A-Za-z]{22}$/;

/** Reads what is saved from a backup, by its index; each kind that cannot be read has a sentence that says so. */
export function readSaved(
  index: Members,
  files: ReadonlyMap<string, string>,
): Required<Pick<ReadFile, 'saved' | 'warnings'>> {
  const saved: FileSaved[] = [];
  const warnings: string[] = [];
  for (const { kind: name, file, rows, reason } of (listIn(index['saved']) ?? []).map(membersOf)) {
    const kind = KINDS[String(name)];
    if (!kind) continue;
    const words = textIn(reason);
    if (words !== null) warnings.push(`Saved ${kind}s: ${words}`);
    if (typeof file !== 'string' || rows === 0) continue;
    const items = itemsIn(files.get(file) ?? null);
    if (items) saved.push({ kind, items });
    else warnings.push(`Saved ${kind}s aren’t restored: the file has ${rows}.`);
  }
  return { saved, warnings };
}

/** Gives the items of one file; `undefined` where it cannot be read. */
function itemsIn(text: string | null): FileSaved['items'] | undefined {
  const { format, version, items } = membersOf(fromJson(text));
  if (format !== BACKUP_FORMATS.saved || Number(version) > BACKUP_VERSION) return undefined;
  return listIn(items)?.map(membersOf).flatMap(itemOf);
}

function itemOf({ uri, name, people }: Members): FileSaved['items'] {
  const text = textIn(uri) ?? '';
  return URI.test(text)
    ? [{ uri: text, title: wordsIn(textIn(name)), artists: textsIn(people) }]
    : [];
}
