import { countChanges, type RowChangeKind } from '../../../library/compare-lists.ts';
import { formatName } from '../../../library/playlist-columns.ts';
import type { Playlist } from '../../../library/types.ts';
import { formatDay } from '../../../words/day.ts';
import { aboutText } from '../../../words/duration.ts';
import { formatNumber } from '../../../words/number.ts';
import type { RowTable } from '../../export/formats/format.ts';
import { SECONDS_PER_PAGE } from '../../export/job/job-words.ts';
import type { ReadFile } from '../../restore/readers/read-file.ts';
import type { Cost } from './compare-job.ts';
import { type Change, type ComparedList, isDifferent } from './comparison.ts';

/** The kinds of changes in the order of the page, with their headings. */
export const CHANGE_KINDS: readonly (readonly [RowChangeKind, string])[] = [
  ['added', 'Added'],
  ['removed', 'Removed'],
  ['moved', 'Moved'],
  ['unavailable', 'Unavailable'],
];

/** Says what a file is, such as "Liner Notes backup of November 20, 2026, made for Ada". */
export function aboutFile({ format, exportedAt, account }: ReadFile): string {
  const day = exportedAt === undefined ? '' : ` of ${formatDay(exportedAt)}`;
  return `${format}${day}${account ? `, made for ${account.displayName}` : ''}`;
}

/** Says what reading lists costs, such as "40 requests, less than a minute". */
export function costText({ requests }: Cost): string {
  const time = aboutText(requests * SECONDS_PER_PAGE * 1_000).toLowerCase();
  return `${formatNumber(requests)} ${requests === 1 ? 'request' : 'requests'}, ${time}`;
}

/** Formats a number of lists: playlists, and the liked songs. */
export function formatLists(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'list' : 'lists'}`;
}

/** Sums up a comparison, such as "3 of 94 lists differ: 12 added, 2 removed". */
export function summaryText(lists: readonly ComparedList[]): string {
  const of = (kind: ComparedList['outcome']['kind']) =>
    lists.filter(({ outcome }) => outcome.kind === kind).length;
  const changes = lists.flatMap(({ outcome }) =>
    outcome.kind === 'compared' ? outcome.changes : [],
  );
  const different = lists.filter((list) => isDifferent(list) && list.outcome.kind !== 'unread');
  const counts = countChanges(changes);
  const parts = [
    ...CHANGE_KINDS.map(([kind, label]) => [counts[kind], label.toLowerCase()] as const),
    [of('gone'), 'gone'] as const,
  ].flatMap(([count, word]) => (count > 0 ? [`${formatNumber(count)} ${word}`] : []));
  const verb = different.length === 1 ? 'differs' : 'differ';
  const begin =
    different.length === 0
      ? `No difference in ${formatLists(of('compared') + of('same-version'))}`
      : `${formatNumber(different.length)} of ${formatLists(lists.length)} ${verb}`;
  const left = [
    [of('not-compared'), 'not compared'] as const,
    [of('unread'), 'not read yet'] as const,
  ].filter(([count]) => count > 0);
  const end = left.map(([count, what]) => ` ${formatLists(count)} ${what}.`).join('');
  return `${begin}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.${end}`;
}

/** Says what is known of a list without changes. */
export function outcomeText({ entry, outcome }: ComparedList): string {
  switch (outcome.kind) {
    case 'compared':
      return 'No difference';
    case 'same-version':
      return 'Not changed since';
    case 'unread':
      return 'Not read yet';
    case 'choice':
      return 'Several playlists have this name';
    case 'gone':
      return entry.id === null ? 'No playlist has this name' : 'Gone from your library';
    case 'not-compared':
      return `Not compared. ${outcome.reason}`;
  }
}

/** Names a row: its title, or what is known instead. */
export function rowTitle({ row }: Change): string {
  return row.title?.trim() || row.uri || 'No longer available';
}

/** Says where a row was and is, such as "12 → 3". */
export function placeText({ kind, before, now }: Change): string {
  if (kind === 'moved') return `${before} → ${now}`;
  return String(now ?? before);
}

const COLUMNS = [
  { id: 'list', heading: 'Playlist' },
  { id: 'list-id', heading: 'Playlist ID' },
  { id: 'change', heading: 'Change' },
  { id: 'before', heading: 'Position before' },
  { id: 'now', heading: 'Position now' },
  { id: 'title', heading: 'Title' },
  { id: 'artists', heading: 'Artists' },
  { id: 'album', heading: 'Album' },
  { id: 'isrc', heading: 'ISRC' },
  { id: 'uri', heading: 'URI' },
] as const;

/** Gives the differences as rows of a file; a list without rows of its own has one that says why. */
export function differenceTable(
  lists: readonly ComparedList[],
  added: readonly Playlist[],
): RowTable {
  const rest = COLUMNS.slice(3).map(() => null);
  const rows = lists.flatMap((list) => {
    const { entry, present, outcome } = list;
    const about = [present ? formatName(present) : entry.name, present?.id ?? entry.id];
    if (outcome.kind !== 'compared')
      return outcome.kind === 'same-version' ? [] : [[...about, outcomeText(list), ...rest]];
    return outcome.changes.map((change) => [
      ...about,
      change.kind,
      change.before,
      change.now,
      change.row.title,
      change.row.artists.join(', ') || null,
      change.row.album,
      change.row.isrc,
      change.row.uri,
    ]);
  });
  const others = added.map((playlist) => [
    formatName(playlist),
    playlist.id,
    'Not in the file',
    ...rest,
  ]);
  return { name: 'Differences', columns: COLUMNS, rows: [...rows, ...others] };
}
