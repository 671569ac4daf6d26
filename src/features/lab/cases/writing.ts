import { planDetails } from '../../edit/plan/make-plans.ts';
import type { Plan } from '../../edit/plan/plan.ts';
import type { LabGroup } from '../lab-case.ts';
import { NOTHING, planned, planSongs, WRITING } from './plan-songs.ts';
import { WRITING_RULES } from './writing-rules.ts';

const MIGRATION = 'Spotify, “February 2026 migration guide”';
const ADD = 'Spotify, “Add items to playlist”';

/** Cases of changes that fail in the middle, or seem to. */
export const WRITING_CASES: LabGroup = {
  title: 'Writing',
  cases: [
    {
      id: 'write-answer-lost',
      title: 'What if the reply to a change is lost?',
      fault:
        'Spotify adds the first 100 of 150 songs. The connection breaks before its reply arrives.',
      async run(sandbox) {
        const plan = await planned(sandbox, 150);
        sandbox.spotify.faults.arm('answer-lost', { on: 'add' });
        await sandbox.writer.apply(plan);
      },
      ends: 'The app reads the playlist, finds the 100 songs there, and adds only the rest.',
      claim: { errors: [], writeRequests: 2, change: 'complete', songsAdded: 150, songsTwice: 0 },
      why: 'A lost reply doesn’t say whether the songs came. Sending again would add them twice. So the app looks first.',
      source: 'RFC 9110, section 9.2.2; Fetch standard, “CORS protocol”',
    },
    {
      id: 'write-bad-gateway',
      title: 'What if Spotify says “error” but did it?',
      fault: 'Spotify adds the first 100 of 150 songs, but replies with 502.',
      async run(sandbox) {
        const plan = await planned(sandbox, 150);
        sandbox.spotify.faults.arm('bad-gateway-after', { on: 'add' });
        await sandbox.writer.apply(plan);
      },
      ends: 'The app treats the 502 as “unknown”, reads the playlist, and adds only the rest.',
      claim: { errors: [], writeRequests: 2, change: 'complete', songsAdded: 150, songsTwice: 0 },
      why: 'A 502 comes from a server in between. The one behind it may have finished its work.',
      source: 'RFC 9110, section 15.6.3',
    },
    {
      id: 'write-not-arrived',
      title: 'What if a change never reaches Spotify?',
      fault: 'The connection breaks before Spotify gets the request. Then you press “Send again”.',
      async run(sandbox) {
        const plan = await planned(sandbox, 20);
        sandbox.spotify.faults.arm('network-error', { on: 'add' });
        await sandbox.writer.apply(plan);
        await sandbox.writer.resume(true);
      },
      ends: 'The app reads for 50 s, says that nothing came, and sends again only when you say so.',
      claim: {
        errors: ['not-arrived'],
        writeRequests: 2,
        change: 'complete',
        songsAdded: 20,
        songsTwice: 0,
      },
      why: 'Spotify’s replies can be half a minute old. So one look isn’t proof, and a wrong guess would add everything twice.',
      source: ADD,
    },
    {
      id: 'write-half-done',
      title: 'What if half of a batch is added?',
      fault: 'Spotify adds 50 of 100 songs and replies with 502.',
      async run(sandbox) {
        const plan = await planned(sandbox, 100);
        sandbox.spotify.faults.arm('half-done', { on: 'add' });
        await sandbox.writer.apply(plan);
      },
      ends: 'The app stops. It says that the playlist looks like neither before nor after.',
      claim: {
        errors: ['undecided'],
        writeRequests: 1,
        change: 'stopped',
        songsAdded: 50,
        songsTwice: 0,
      },
      why: 'The app never guesses. A backup of the playlist from before the change is kept for you.',
      source: ADD,
    },
    {
      id: 'write-refused-id',
      title: 'What if Spotify refuses one song of a hundred?',
      fault: 'One of 100 songs no longer exists, so Spotify refuses the whole request.',
      async run(sandbox) {
        await sandbox.logIn(WRITING);
        const songs = sandbox.writer.songs(99);
        const uris = songs.toSpliced(41, 0, NOTHING);
        await sandbox.writer.apply(await planSongs(sandbox, uris));
      },
      ends: 'The app halves the batch until it finds the song. The other 99 come, in their order.',
      claim: { errors: [], remarks: 1, change: 'in part', songsAdded: 99, songsTwice: 0 },
      why: 'Spotify adds all songs of a request or none. A refused request has added nothing, so halving it is safe.',
      source: ADD,
    },
    {
      id: 'write-late-items',
      title: 'What if Spotify’s lists lag behind?',
      fault: 'For 10 s after the change, Spotify shows the playlist as it was before.',
      async run(sandbox) {
        const plan = await planned(sandbox, 5);
        sandbox.spotify.faults.arm('stale', { on: 'items', skip: pagesOf(plan), times: 3 });
        await sandbox.writer.apply(plan);
      },
      ends: 'The app reads again after longer and longer waits, until the songs are there.',
      claim: { errors: [], writeRequests: 1, change: 'complete', songsAdded: 5, songsTwice: 0 },
      why: 'A list that lags looks like a change that failed. The app says “done” only after it has read the songs back.',
      source: MIGRATION,
    },
    {
      id: 'write-stale-snapshot',
      title: 'What if the snapshot is out of date?',
      fault: 'After a first change, Spotify shows the old snapshot ID for 30 s. You change more.',
      async run(sandbox) {
        const plan = await planned(sandbox, 5);
        await sandbox.writer.apply(plan);
        const always = { times: Number.POSITIVE_INFINITY };
        sandbox.spotify.faults.arm('stale-snapshot', { on: 'playlist', ...always });
        const { id, name } = await sandbox.writer.readList();
        const before = { name, description: null, isPublic: null, isCollaborative: false };
        await sandbox.writer.apply(planDetails(id, before, { name: 'Renamed' }, 'Rename'));
        await sandbox.writer.apply(await planSongs(sandbox, sandbox.writer.songs(3)));
      },
      ends: 'The app compares the songs themselves. It raises no false alarm, and both changes come.',
      claim: { errors: [], writeRequests: 3, change: 'complete', songsAdded: 8, songsTwice: 0 },
      why: 'A snapshot ID isn’t a lock, and it lags. What counts is the order of the songs.',
      source: 'Spotify, “Working with playlists”',
    },
    {
      id: 'write-quota',
      title: 'What if the quota ends in the middle?',
      fault:
        'After the first 100 of 250 songs, Spotify replies QUOTA_EXCEEDED. You resume a day later.',
      async run(sandbox) {
        const plan = await planned(sandbox, 250);
        sandbox.spotify.faults.arm('quota-exceeded', { on: 'add', skip: 1 });
        await sandbox.writer.apply(plan);
        sandbox.skip(24 * 60 * 60_000);
        await sandbox.writer.resume();
      },
      ends: 'The app stops and keeps the rest of the plan. “Resume” adds the other 150, none twice.',
      claim: {
        errors: ['quota-exceeded'],
        writeRequests: 4,
        change: 'complete',
        songsAdded: 250,
        songsTwice: 0,
      },
      why: 'Each request is stored before it’s sent and after its reply. So a change continues where it stopped, even a week later.',
      source: 'Spotify, “Quota modes”',
    },
    {
      id: 'write-tab-closed',
      title: 'What if the tab closes in the middle?',
      fault: 'The tab closes while a request is running. Spotify carries it out. You resume later.',
      async run(sandbox) {
        const plan = await planned(sandbox, 150);
        await sandbox.writer.apply(plan, {
          onStore: ({ steps: [first] }) => first?.state === 'acknowledged',
        });
        await sandbox.writer.resume();
      },
      ends: 'The app knows that this request was on its way. It looks for the songs and adds the rest.',
      claim: { errors: [], writeRequests: 2, change: 'complete', songsAdded: 150, songsTwice: 0 },
      why: 'Only what was written down before can be found out after. So the app stores each request before it sends it.',
      source: ADD,
    },
    ...WRITING_RULES,
  ],
};

/** The requests that read the playlist before the change, by which it is compared with the plan. */
function pagesOf({ from }: Plan): number {
  const rows = Object.values(from).reduce((sum, list) => sum + list.rows.length, 0);
  return Math.ceil(rows / 50);
}
