import { promisifyRequest } from 'idb-keyval';
import type { PlaylistItem } from '../../../library/types.ts';
import { EDIT_LIFE_MS, PREFIXES } from '../../../storage/keys.ts';
import { changeOwned, isOwned, type OwnedPlace } from '../../../storage/list-records.ts';
import { ROWS } from '../../../storage/row-shapes.ts';
import type { EditJob } from './job-record.ts';
import { isEditJob } from './job-shape.ts';

/** A playlist as it was before a job changed it. */
export interface Backup {
  /** Id of the playlist. */
  readonly list: string;
  readonly rows: readonly PlaylistItem[];
}

/** The record of all jobs of an account, which survives reloads and the end of a login. */
export interface Journal {
  /** Reads the jobs that are not expired, the latest first. */
  readAll(): Promise<readonly EditJob[]>;
  /** Stores a job. @throws where it was not stored, so that nothing is sent. */
  write(job: EditJob): Promise<void>;
  writeBackup(jobId: string, backup: Backup): Promise<void>;
  readBackups(jobId: string): Promise<readonly Backup[]>;
  /** Removes a job and its backups. */
  remove(jobId: string): Promise<void>;
}

const keyOf = (jobId: string) => PREFIXES.edit + jobId;
const backupsOf = (jobId: string) =>
  IDBKeyRange.bound(`${keyOf(jobId)}#`, `${keyOf(jobId)}$`, false, true);

/** Opens the journal of an account in the database. */
export function openJournal(place: OwnedPlace): Journal {
  const { database, owner, clock } = place;
  const isOurs = (value: unknown) => isOwned(value, owner, clock.now(), EDIT_LIFE_MS);

  async function put(key: string, startedAt: number, content: object): Promise<void> {
    let isWritten = false;
    await changeOwned(place, (store, header) => {
      store.put(
        { ...header, savedAt: startedAt, expiresAt: startedAt + EDIT_LIFE_MS, ...content },
        key,
      );
      isWritten = true;
    });
    // After a log-out in another tab nothing is stored, and nothing must be sent either.
    if (!isWritten) throw new Error('the login of this change is gone');
  }

  return {
    async readAll() {
      const range = IDBKeyRange.bound(PREFIXES.edit, `${PREFIXES.edit.slice(0, -1)};`, false, true);
      const values = await database('readonly', (store) =>
        promisifyRequest<unknown[]>(store.getAll(range)),
      );
      return values
        .filter(isOurs)
        .flatMap((value) => {
          const { job }: { readonly job?: unknown } = Object(value);
          return isEditJob(job) ? [job] : [];
        })
        .sort((one, other) => other.startedAt - one.startedAt);
    },
    write: (job) => put(keyOf(job.id), job.startedAt, { job }),
    writeBackup: (jobId, backup) => put(`${keyOf(jobId)}#${backup.list}`, clock.now(), { backup }),
    async readBackups(jobId) {
      const values = await database('readonly', (store) =>
        promisifyRequest<unknown[]>(store.getAll(backupsOf(jobId))),
      );
      return values.filter(isOurs).flatMap((value) => {
        const { backup }: { readonly backup?: unknown } = Object(value);
        const { list, rows }: { readonly list?: unknown; readonly rows?: unknown } = Object(backup);
        return typeof list === 'string' && ROWS.item.areRows(rows) ? [{ list, rows }] : [];
      });
    },
    remove: (jobId) =>
      changeOwned(place, (store) => {
        store.delete(keyOf(jobId));
        store.delete(backupsOf(jobId));
      }),
  };
}

/** Makes a journal in memory, for logins that are not kept on this device. */
export function makeMemoryJournal(): Journal {
  const jobs = new Map<string, EditJob>();
  const backups = new Map<string, Backup[]>();
  return {
    readAll: async () => [...jobs.values()].toReversed(),
    async write(job) {
      jobs.set(job.id, job);
    },
    async writeBackup(jobId, backup) {
      backups.set(jobId, [...(backups.get(jobId) ?? []), backup]);
    },
    readBackups: async (jobId) => backups.get(jobId) ?? [],
    async remove(jobId) {
      jobs.delete(jobId);
      backups.delete(jobId);
    },
  };
}
