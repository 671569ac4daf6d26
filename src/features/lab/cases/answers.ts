import type { LabGroup } from '../lab-case.ts';
import type { Sandbox } from '../sandbox.ts';

/** Logs in and opens the table of playlists. */
async function open(sandbox: Sandbox): Promise<void> {
  await sandbox.logIn();
  await sandbox.loadTable();
}

/** Cases of irregular responses of the Web API. */
export const ANSWER_CASES: LabGroup = {
  title: 'Replies that fail or look different',
  cases: [
    {
      id: 'server-errors',
      title: 'What if Spotify has trouble?',
      fault: 'The second page fails three times with 500.',
      async run(sandbox) {
        const { faults } = sandbox.spotify;
        faults.arm('server-error-500', { on: 'playlists', offset: 50, times: 3 });
        await open(sandbox);
      },
      ends: 'The app tries again after 0.3, 0.6 and 1.2 s. The table is complete.',
      claim: { errors: [], waits: [0.3, 0.6, 1.2], listRequests: 6, rows: 120, login: 'kept' },
      why: 'A 500 isn’t about the request and usually passes by itself. A few quick tries are polite. More would add to the trouble.',
      source: 'RFC 9110, section 15.6',
    },
    {
      id: 'connection-dropped',
      title: 'What if the connection drops?',
      fault: 'The connection breaks once, while the second page arrives.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('network-error', { on: 'playlists', offset: 50 });
        await open(sandbox);
      },
      ends: 'The app waits 2 s and requests only that page again. The table is complete.',
      claim: { errors: [], waits: [2], listRequests: 4, rows: 120, login: 'kept' },
      why: 'A browser never tells a page why a request failed. The app keeps the pages it has, so it loads nothing twice. No login ends because of the network.',
      source: 'RFC 9110, section 9.2.2',
    },
    {
      id: 'network-slow',
      title: 'What if the network is slow?',
      fault: 'Each page takes 4 s longer than usual.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('slow', { on: 'playlists', times: Infinity });
        await open(sandbox);
      },
      ends: 'The app gives each request its time and sends none twice. The table is complete.',
      claim: { errors: [], waits: [], listRequests: 3, rows: 120, login: 'kept' },
      why: 'The first page says how many others there are. The app then requests them together. It cancels a request only after 30 s.',
      source: 'Spotify, “Get current user’s playlists”',
    },
    {
      id: 'dialect-old',
      title: 'What if Spotify speaks its old dialect?',
      fault: 'Playlists call their contents “tracks”, as for apps from before February 2026.',
      spotify: { dialect: 'tracks' },
      run: open,
      ends: 'The table is complete. The numbers of songs are the same as in the new dialect.',
      claim: { errors: [], listRequests: 3, rows: 120, songs: 23_421 },
      why: 'The names depend on the age of your Spotify app, so the app reads both. You don’t have to know which kind you have.',
      source: 'Spotify, “February 2026 migration guide”',
    },
    {
      id: 'dialect-new',
      title: 'What if Spotify speaks its new dialect?',
      fault: 'Playlists call their contents “items”, as for apps since February 2026.',
      spotify: { dialect: 'items' },
      run: open,
      ends: 'The table is complete. The numbers of songs are the same as in the old dialect.',
      claim: { errors: [], listRequests: 3, rows: 120, songs: 23_421 },
      why: 'Spotify renamed “tracks” to “items”, because playlists hold episodes, too. A missing count is shown as “–”, never as 0.',
      source: 'Spotify, “February 2026 migration guide”',
    },
    {
      id: 'user-not-registered',
      title: 'What if you aren’t on the list of users?',
      fault: 'The login works. Then Spotify refuses every request with 403.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('user-not-registered', { on: 'playlists', times: Infinity });
        await open(sandbox);
      },
      ends: 'The app says so after one request. It doesn’t try again and keeps the login.',
      claim: { errors: ['user-not-registered'], waits: [], listRequests: 1, login: 'kept' },
      why: 'In development mode, anyone can log in, but only five listed people get data. Your login works as soon as you’re on the list.',
      source: 'Spotify, “Quota modes”',
    },
    {
      id: 'premium-lapsed',
      title: 'What if the owner’s Premium has lapsed?',
      fault: 'Spotify refuses every request with 403 and a plain sentence instead of JSON.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('premium-lapsed', { on: 'playlists', times: Infinity });
        await open(sandbox);
      },
      ends: 'The app understands the sentence, explains it and keeps the login.',
      claim: { errors: ['premium-required'], waits: [], listRequests: 1, login: 'kept' },
      why: 'The owner of a Spotify app needs Premium, or it stops for everyone. The app compares the refusal with known ones and never shows its raw text.',
      source: 'Spotify, “Quota modes”',
    },
  ],
};
