import { createEffect, createMemo, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { PLAYLIST_COLUMNS } from '../library/playlist-columns.ts';
import type { Playlist } from '../library/types.ts';
import { TemporarilyUnavailableError } from '../oauth/errors.ts';
import { LoginRequiredError } from '../session/errors.ts';
import { makeSpotifyClient } from '../spotify/client.ts';
import { NoAnswerError, OfflineError, UnreadableAnswerError } from '../spotify/errors.ts';
import { type Collection, createCollection } from '../state/collection.ts';
import { useLogin, useServices } from '../state/services.tsx';
import { createTableSearch } from '../state/table-search.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingBar } from '../ui/loading-bar.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { type ErrorMessage, errorMessage } from './error-message.ts';
import { LogInAgain } from './log-in-again.tsx';
import { LoginNotices, lacksScope } from './login-notices.tsx';
import { playlistCell } from './playlist-cells.tsx';
import { playlistsStatus } from './playlists-status.ts';
import { RequireLogin } from './require-login.tsx';
import { shownPlaylists } from './shown-number.ts';
import './playlists.css';

/** The page of all playlists, as a table. */
export default function Playlists(): JSX.Element {
  return (
    <RequireLogin>
      <PlaylistsPage />
    </RequireLogin>
  );
}

function PlaylistsPage(): JSX.Element {
  const { session, connection } = useServices();
  const spotify = makeSpotifyClient(connection);
  const login = useLogin();
  const playlists = createCollection(spotify.playlists);
  const table = createTableSearch(playlists.rows, PLAYLIST_COLUMNS);
  const mayRead = createMemo(() => !lacksScope(login(), 'playlist-read-private'));
  const left = new AbortController();
  onCleanup(() => left.abort());

  /** Whose playlists these are is asked after their first page, and never waited for. */
  async function identify(): Promise<void> {
    const state = session.state();
    if (state.kind !== 'signed-in' || state.record.account) return;
    try {
      const { accountId, displayName } = await spotify.profile(left.signal);
      await session.identify(state.record.loginId, { accountId, displayName });
    } catch {
      // The name in the header is missing then; the list tells of every failure that matters.
    }
  }

  // Before anything is drawn: the first page of the list takes longer than the drawing.
  if (mayRead()) void playlists.load();
  const hasAnswer = createMemo(() => playlists.expected() !== undefined);
  createEffect(() => {
    if (hasAnswer()) void identify();
  });

  const status = () =>
    playlistsStatus({
      phase: playlists.phase(),
      loaded: playlists.rows().length,
      expected: playlists.expected(),
      found: table.query() === '' ? undefined : table.found().length,
    });

  return (
    <div class="page wide">
      <PageHeading title="Playlists" />
      <LoginNotices />
      <Show when={mayRead()}>
        <div class="table-tools">
          <input
            type="search"
            class="search"
            aria-label="Search playlists"
            placeholder="Search name or owner"
            autocomplete="off"
            spellcheck={false}
            value={table.query()}
            onInput={(event) => table.search(event.currentTarget.value)}
          />
          <p class="status" role="status">
            {status()}
          </p>
        </div>
        <LoadFailure playlists={playlists} />
        <LoadingBar
          isLoading={playlists.phase() === 'loading'}
          done={playlists.rows().length}
          of={playlists.expected()}
        />
        <DataTable
          label="Playlists"
          class="playlist-table"
          columns={PLAYLIST_COLUMNS}
          rows={table.found()}
          isBusy={playlists.phase() === 'loading'}
          sorting={table.sorting()}
          onSort={table.sortBy}
          cell={playlistCell}
        />
        <Show when={playlists.phase() === 'complete' && table.found().length === 0}>
          <p class="empty">
            {table.query() === ''
              ? 'You have no playlists yet. Make one in Spotify, then reload this page.'
              : 'No playlist has all of these words in its name or owner.'}
          </p>
        </Show>
      </Show>
    </div>
  );
}

/** Whether an error may be the network's, so that loading goes on by itself once there is one. */
function isOfNetwork(error: unknown): boolean {
  return (
    error instanceof OfflineError ||
    error instanceof NoAnswerError ||
    error instanceof UnreadableAnswerError ||
    error instanceof TemporarilyUnavailableError
  );
}

/** Says why the list stopped and what was kept, with the one way on. */
function LoadFailure(props: { readonly playlists: Collection<Playlist> }): JSX.Element {
  const login = useLogin();
  const loaded = () => props.playlists.rows().length;
  const error = () => (props.playlists.phase() === 'failed' ? props.playlists.error() : undefined);
  // Another tab may have met the end of the login while this one had all it needs.
  const ended = () => (login().kind === 'ended' ? new LoginRequiredError('ended') : undefined);
  const failure = () => {
    const shown = error() ?? ended();
    return shown === undefined ? undefined : errorMessage(shown);
  };

  function goOnWhenOnline(): void {
    if (isOfNetwork(error())) void props.playlists.load();
  }
  onMount(() => addEventListener('online', goOnWhenOnline));
  onCleanup(() => removeEventListener('online', goOnWhenOnline));

  function textOf(shown: ErrorMessage): string {
    if (loaded() === 0) return shown.text;
    return `${shown.text} The ${shownPlaylists(loaded())} that came are kept.`;
  }

  return (
    <Show when={failure()}>
      {(shown) => (
        <Show
          when={shown().needsLogin}
          fallback={
            <ErrorNotice
              message={textOf(shown())}
              action={loaded() === 0 ? 'Try again' : 'Resume'}
              onAction={() => void props.playlists.load()}
            />
          }
        >
          <LogInAgain message={textOf(shown())} />
        </Show>
      )}
    </Show>
  );
}
