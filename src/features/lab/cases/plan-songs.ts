import { SCOPE_NAMES } from '../../../config.ts';
import { addScopes } from '../../../services/login-scopes.ts';
import { planAdd } from '../../edit/plan/make-plans.ts';
import type { Plan } from '../../edit/plan/plan.ts';
import { formatSongs } from '../../edit/words.ts';
import type { Sandbox } from '../sandbox.ts';

/** The scopes of a change of playlists. */
export const WRITE_SCOPES = ['playlist-modify-private', 'playlist-modify-public'];
/** The permission to change playlists, asked for as the app does. */
export const WRITING = addScopes(SCOPE_NAMES, WRITE_SCOPES);

/** An id of the form that Spotify uses, which names nothing. */
export const NOTHING = 'spotify:track:0000000000000000000000';

/** Reads a playlist and plans to add songs to its end. */
export async function planSongs({ writer }: Sandbox, uris: readonly string[]): Promise<Plan> {
  return planAdd(await writer.readList(), uris, 'last', `Add ${formatSongs(uris.length)}`);
}

/** Logs in with the permission and plans to add so many songs, which takes one request for each hundred. */
export async function planned(sandbox: Sandbox, count: number): Promise<Plan> {
  await sandbox.logIn(WRITING);
  return planSongs(sandbox, sandbox.writer.songs(count));
}
