import { planAdd, planNewPlaylists } from '../../edit/plan/make-plans.ts';
import type { LabCase } from '../lab-case.ts';
import { NOTHING, planned, planSongs, WRITE_SCOPES, WRITING } from './plan-songs.ts';

const ADD = 'Spotify, “Add items to playlist”';

/** Cases of changes that may not be made as planned: permissions, accounts, and rules of Spotify. */
export const WRITING_RULES: readonly LabCase[] = [
  {
    id: 'write-changed-elsewhere',
    title: 'What if the playlist changes elsewhere?',
    fault: 'You review the change. Before you press “Apply”, your phone removes a song.',
    async run(sandbox) {
      const plan = await planned(sandbox, 20);
      const { id } = await sandbox.writer.readList();
      sandbox.spotify.library.change({ kind: 'remove-at', id, positions: [0] });
      sandbox.journal.note('Fault', 'your phone removes the first song');
      await sandbox.writer.apply(plan);
    },
    ends: 'The app reads the playlist first, notices the difference, and writes nothing.',
    claim: { errors: ['changed-elsewhere'], writeRequests: 0, change: 'stopped' },
    why: 'A plan is right only for the playlist that you saw. The app compares every song before its first request.',
    source: 'Spotify, “Working with playlists”',
  },
  {
    id: 'write-permission-missing',
    title: 'What if the permission silently doesn’t come?',
    fault: 'You agree to “Edit playlists”, but Spotify grants only the permission to read.',
    spotify: { withheldScopes: WRITE_SCOPES },
    async run(sandbox) {
      await sandbox.writer.apply(await planned(sandbox, 20));
    },
    ends: 'The app compares what it asked for with what it got. It sends no change.',
    claim: { errors: ['needs-permission'], writeRequests: 0, change: 'stopped', login: 'kept' },
    why: 'Spotify’s reply names the granted scopes. An app that doesn’t read them fails later, in the middle of your playlist.',
    source: 'RFC 6749, section 5.1',
  },
  {
    id: 'write-consent-skipped',
    title: 'What if Spotify skips its question?',
    fault: 'You’ve agreed before. Unless asked to, Spotify shows no page and grants nothing new.',
    spotify: { remembersConsent: true },
    async run(sandbox) {
      await sandbox.logIn();
      await sandbox.writer.apply(await planned(sandbox, 20));
    },
    ends: 'The app asks for Spotify’s page with show_dialog, gets the permission, and continues.',
    claim: { errors: [], writeRequests: 1, change: 'complete', songsAdded: 20, login: 'kept' },
    why: 'Without show_dialog, Spotify may answer from memory. The app also asks for all scopes it has, because a new login replaces the old ones.',
    source: 'Spotify, “Authorization code with PKCE flow”',
  },
  {
    id: 'write-other-account',
    title: 'What if another account logs in meanwhile?',
    fault: 'After the first 100 of 250 songs, a friend logs in to the app in a second tab.',
    async run(sandbox) {
      const plan = await planned(sandbox, 250);
      const tab = await sandbox.openTab();
      let hasFriend = false;
      await sandbox.writer.apply(plan, {
        async onStore({ steps: [first] }) {
          if (first?.state !== 'acknowledged' || hasFriend) return false;
          hasFriend = true;
          sandbox.spotify.switchUser();
          const response = await sandbox.askSpotify(tab, 'agree', WRITING);
          if (response) await tab.completeLogin(response);
          sandbox.journal.note('Person', 'a friend has logged in');
          await tabsHeard();
          return false;
        },
      });
    },
    ends: 'The app stops before the next request. Nothing is sent for the friend.',
    claim: {
      errors: ['other-account'],
      writeRequests: 1,
      change: 'stopped',
      songsAdded: 100,
      songsTwice: 0,
    },
    why: 'Every change belongs to one account and one Client ID. The app compares both before each request.',
    source: 'RFC 9700, section 2.1',
  },
  {
    id: 'write-list-full',
    title: 'What if the playlist is full?',
    fault: 'A playlist has 9,990 songs, and you add 20. Spotify allows 10,000.',
    async run(sandbox) {
      await sandbox.logIn(WRITING);
      const list = await sandbox.writer.readList();
      const [uri = ''] = sandbox.writer.songs(1);
      const others = Array.from({ length: 9_990 - list.rows.length }, () => uri);
      const full = { ...list, rows: [...list.rows, ...others] };
      const songs = sandbox.writer.songs(20);
      await sandbox.writer.apply(planAdd(full, songs, 'last', 'Add 20 songs'));
    },
    ends: 'The app counts before its first request, says so, and sends nothing.',
    claim: { errors: ['too-large'], writeRequests: 0, change: 'stopped' },
    why: 'At the limit, Spotify replies with 500, which looks like trouble that passes. The app would stop in the middle.',
    source: ADD,
  },
  {
    id: 'write-public-ignored',
    title: 'What if “not on my profile” is ignored?',
    fault: 'The app creates a playlist that isn’t on your profile. Spotify puts it there.',
    async run(sandbox) {
      await sandbox.logIn(WRITING);
      sandbox.spotify.faults.arm('public-ignored', { on: 'create' });
      const uris = sandbox.writer.songs(3);
      const playlist = { name: 'Road songs', description: '', uris };
      await sandbox.writer.apply(planNewPlaylists([playlist], 'New playlist'));
    },
    ends: 'The app reads the new playlist back and tells you that it’s on your profile.',
    claim: { errors: [], remarks: 1, writeRequests: 2, change: 'complete', songsAdded: 3 },
    why: 'Spotify doesn’t always do what “public” says. So the app shows what it has read, and never promises privacy.',
    source: 'Spotify, “Create playlist”',
  },
  {
    id: 'write-undo-copies',
    title: 'What if you undo a song that was there twice?',
    fault: 'You add two songs. One was in the playlist before. Then you press “Undo”.',
    async run(sandbox) {
      await sandbox.logIn(WRITING);
      const { rows } = await sandbox.writer.readList();
      const known = rows.find((uri) => uri?.startsWith('spotify:track:')) ?? NOTHING;
      const plan = await planSongs(sandbox, [known, ...sandbox.writer.songs(1)]);
      await sandbox.writer.apply(plan);
      await sandbox.writer.undo();
    },
    ends: 'The app removes only the new song. It says that the other copy has to go by hand.',
    claim: { errors: [], remarks: 1, writeRequests: 2, change: 'complete', songsAdded: 1 },
    why: 'Spotify removes all copies of a song at once, the old one too. No undo may take what you had before.',
    source: 'Spotify, “Remove playlist items”',
  },
];

/** Waits until messages between tabs have arrived. */
function tabsHeard(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
