import type { EditJob } from './job-record.ts';
import type { Backup } from './journal-store.ts';

/**
 * Writes the backup of a job as JSON: every touched playlist with all rows as they were, and what was saved or removed
 * by URI, with what it was before.
 */
export function encodeJobBackup(job: EditJob, backups: readonly Backup[]): string {
  return encode(contentOf({ job, backups }));
}

/** A job with the playlists that were backed up before it. */
export interface JobBackup {
  readonly job: EditJob;
  readonly backups: readonly Backup[];
}

/** Writes the backups of several jobs as one JSON array, the latest first. */
export function encodeJobBackups(all: readonly JobBackup[]): string {
  return encode(all.map(contentOf));
}

function encode(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function contentOf({ job: { plan, startedAt }, backups }: JobBackup): object {
  return {
    format: 'Liner Notes backup before a change',
    version: 1,
    change: plan.title,
    madeAt: new Date(startedAt).toISOString(),
    playlists: backups.map(({ list, rows }) => ({
      id: list,
      uri: `spotify:playlist:${list}`,
      name: plan.names[list] ?? null,
      tracks: rows,
    })),
    library: plan.operations.flatMap((operation) =>
      operation.kind === 'unsave' || operation.kind === 'save'
        ? operation.uris.map((uri) => ({
            uri,
            was: operation.kind === 'unsave' ? 'saved' : 'not saved',
            title: plan.labels?.[uri] ?? plan.names[uri.split(':')[2] ?? ''] ?? null,
            ...(plan.saved?.[uri] && {
              savedAt: plan.saved[uri].at,
              position: plan.saved[uri].position,
            }),
          }))
        : [],
    ),
  };
}
