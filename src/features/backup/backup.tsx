import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { PLAYLIST_COLUMNS } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import { createCollection } from '../../lists/collection.ts';
import { refreshCacheForAccount } from '../../lists/ensure-account.ts';
import { hasReadableTracks } from '../../lists/fetch-tracks.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { playlistPages } from '../../spotify/playlists.ts';
import { LoadNotices } from '../../table/load-notices.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { ChangingText } from '../../ui/changing-text.tsx';
import { useCommands } from '../../ui/command.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { RadioGroup } from '../../ui/controls/radio-group.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Notice, RetryNotice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { formatPlaylists } from '../../words/number.ts';
import { createExportOpener } from '../export/dialog/opener.tsx';
import { useExportJob } from '../export/job/export-job.ts';
import { changedSince } from '../export/job/last-backup.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { RestoreSection } from '../restore/restore-section.tsx';
import { BackupJob } from './backup-job.tsx';
import { createLikedTotal } from './liked-total.ts';
import { lastBackupText, priceText } from './words.ts';
import './backup.css';

type BackupFormat = 'json' | 'csv';

const FORMATS: readonly { readonly value: BackupFormat; readonly label: string }[] = [
  { value: 'json', label: 'JSON' },
  { value: 'csv', label: 'CSV' },
];

const CompareView = lazyPart(
  () => import('./compare/compare-view.tsx'),
  () => <Notice kind="bad" message="This part didn’t load. Check your network, then reload." />,
);

/** The query of the view that compares a backup. */
const COMPARE = '?show=compare';

/** The page that backs everything up, restores, and compares. */
export default function Backup(): JSX.Element {
  const location = useLocation();
  return (
    <RequireLogin>
      <div class="page">
        <Show
          when={location.search === COMPARE}
          fallback={
            <>
              <PageHeading title="Back up" />
              <Notices>
                <BackupEverything />
              </Notices>
            </>
          }
        >
          <div class="backup-title">
            <Breadcrumb to="backup" label="Back up" />
            <PageHeading title="Compare a backup" />
          </div>
          <Notices>
            <CompareView />
          </Notices>
        </Show>
      </div>
    </RequireLogin>
  );
}

/** The button "Back up everything", with its price, the last backup, and the export that runs. */
function BackupEverything(): JSX.Element {
  const { clock, session } = useServices();
  const { connection, caches } = useSpotify();
  const login = useLogin();
  const record = useSessionRecord();
  const job = useExportJob();
  const [format, setFormat] = createSignal<BackupFormat>('json');
  const playlists = createCollection<Playlist>({
    clock,
    pages: playlistPages(connection),
    keyOf: ({ id }) => id,
    cache: caches.open('playlist', 'all'),
  });
  void playlists.open();
  onMount(() => void job.find());
  const left = new AbortController();
  onCleanup(() => left.abort());
  createEffect(() => {
    if (playlists.phase() !== 'complete' || record()?.account) return;
    refreshCacheForAccount(session, connection, playlists, left.signal).catch(() => undefined);
  });

  const mayReadLiked = () => !lacksScope(login(), 'user-library-read');
  const isReady = () => playlists.phase() === 'complete' && record()?.account != null;
  const likedTotal = createLikedTotal(() => isReady() && mayReadLiked());
  const isReadable = (row: Playlist) => hasReadableTracks(row, record()?.account?.userId);
  const readable = () => playlists.rows().filter(isReadable);
  const isIdle = () => job.state() === 'idle' || job.state() === 'done';
  const canStart = () => isReady() && isIdle();
  const opener = createExportOpener(() => ({
    shown: playlists.rows,
    all: playlists.rows,
    columns: () => PLAYLIST_COLUMNS,
  }));

  function start(): void {
    if (!canStart()) return;
    job.start({
      playlists: playlists.rows(),
      format: format(),
      files: 'zip',
      separator: ',',
      hasByteOrderMark: false,
      startedAt: clock.now(),
      liked: mayReadLiked() ? (likedTotal() ?? 0) : null,
      isBackup: true,
    });
  }

  useCommands().register(() => [
    {
      id: 'back-up-everything',
      label: 'Back up everything',
      icon: 'archive',
      group: 'Back up',
      run: start,
      isAvailable: canStart,
    },
  ]);

  const price = () => {
    if (playlists.phase() === 'failed') return 'Your playlists didn’t load.';
    if (!isReady()) return 'Looking at your playlists…';
    return priceText({
      readable: readable(),
      byName: playlists.rows().length - readable().length,
      liked: mayReadLiked() ? (likedTotal() ?? 0) : null,
    });
  };
  const last = () => {
    const backup = job.lastBackup();
    if (!backup) return 'No backup from this login yet.';
    const changed = isReady() ? changedSince(backup, readable()) : undefined;
    return lastBackupText(backup.savedAt, clock.now(), changed);
  };

  return (
    <>
      <p class="backup-lead">
        Every playlist, song by song, your liked songs and what you saved in one zip. It goes from
        Spotify to this device, and nowhere else.
      </p>
      <div class="backup-columns">
        <div class="backup-column">
          <section class="backup-card" aria-label="Back up everything">
            <RadioGroup label="Format" options={FORMATS} value={format()} onChange={setFormat} />
            <p class="backup-hint">
              <ChangingText
                text={
                  format() === 'json'
                    ? 'JSON keeps everything Spotify shares, so you can restore from it.'
                    : 'CSV opens in a spreadsheet. An index lists every playlist.'
                }
              />
            </p>
            <p class="backup-price" aria-live="polite">
              <ChangingText text={price()} />
            </p>
            <div class="backup-actions">
              <Button
                kind="primary"
                size="large"
                icon="archive"
                label="Back up everything"
                isDisabled={!canStart()}
                onClick={start}
              />
              <Button
                size="large"
                label="Custom export…"
                isDisabled={!isReady()}
                onClick={() => void opener.open()}
              />
            </div>
            <p class="backup-hint">
              <ChangingText text={last()} />
            </p>
            <BackupJob rows={playlists.rows} />
          </section>
          <RetryNotice message={opener.problem('page')} onRetry={() => void opener.open()} />
          <LoadNotices collection={playlists} formatCount={formatPlaylists} />
          {opener.dialog()}
          <section class="backup-contents">
            <h2>What’s in it</h2>
            <ul>
              <li>
                Your own and collaborative playlists: every row in order, with link, ISRC and date.
              </li>
              <li>Local files and songs that are gone keep their places.</li>
              <li>
                Playlists you follow: their names and links. Spotify doesn’t share their songs.
              </li>
              <li>Liked songs, newest first.</li>
              <li>Saved albums, shows, episodes and audiobooks.</li>
              <li>
                <code>index.json</code>: every list, and what couldn’t be read and why.
              </li>
            </ul>
          </section>
        </div>
        <div class="backup-column">
          <RestoreSection />
          <CompareSection />
        </div>
      </div>
    </>
  );
}

/** The part of the page that leads to the comparison of a backup. */
function CompareSection(): JSX.Element {
  const navigate = useNavigate();
  const open = () => navigate(`${BASE_PATH}backup${COMPARE}`, { resolve: false });
  useCommands().register(() => [
    {
      id: 'compare-a-backup',
      label: 'Compare a backup',
      icon: 'git-compare',
      group: 'Back up',
      run: open,
    },
  ]);
  return (
    <section class="backup-section">
      <h2>Compare</h2>
      <p>
        See what was added, removed or moved since an earlier backup, and which songs have become
        unavailable.
      </p>
      <Button icon="git-compare" label="Compare a backup" onClick={open} />
    </section>
  );
}
