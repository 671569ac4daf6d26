import type { Missing } from '../formats/format.ts';
import { wellFormed } from '../formats/well-formed.ts';

/** Name of the report, without its ending. */
export const REPORT_NAME = 'Missing playlists';

/** Tells in plain text which playlists an export lacks, and why. */
export function missingReport(
  missing: readonly Missing[],
  asked: number,
  exportedAt: number,
): string {
  const time = new Date(exportedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `Liner Notes, export of ${time} UTC`,
    '',
    `${asked - missing.length} of ${asked} playlists are in this export. Missing:`,
    ...missing.flatMap(({ playlist, reason }) => [
      '',
      `${wellFormed(playlist.name).replace(/\s+/g, ' ').trim() || '(no name)'} (${playlist.id})`,
      `  ${reason}`,
    ]),
    '',
  ].join('\n');
}
