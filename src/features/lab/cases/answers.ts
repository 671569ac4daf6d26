import type { LabGroup } from '../lab-case.ts';
import type { Sandbox } from '../sandbox.ts';

/** Logs in and opens the table of playlists. */
async function open(sandbox: Sandbox): Promise<void> {
  await sandbox.logIn();
  await sandbox.loadTable();
}

/** Cases of irregular responses of the Web API. */
export const ANSWER_CASES: LabGroup = {
  title: 'When answers fail, are late, or look different',
  cases: [
    {
      id: 'server-errors',
      title: 'What if Spotify has a fault?',
      fault: 'The second page fails three times with 500.',
      async run(sandbox) {
        const { faults } = sandbox.spotify;
        faults.arm('server-error-500', { on: 'playlists', offset: 50, times: 3 });
        await open(sandbox);
      },
      ends: 'The app tries again after 0.3, 0.6 and 1.2 s, and ends with the whole table.',
      claim: { errors: [], waits: [0.3, 0.6, 1.2], listRequests: 6, rows: 120, login: 'kept' },
      why: 'A 500 says nothing against the request, and mostly passes by itself. A few quick tries are polite; more would only add to the trouble.',
      source: 'RFC 9110, section 15.6',
    },
    {
      id: 'connection-dropped',
      title: 'What if the connection drops?',
      fault: 'The answer with the second page is cut off once.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('network-error', { on: 'playlists', offset: 50 });
        await open(sandbox);
      },
      ends: 'The app waits 2 s, asks for that page alone again, and ends with the whole table.',
      claim: { errors: [], waits: [2], listRequests: 4, rows: 120, login: 'kept' },
      why: 'A page is never told why a request failed. Pages that came are kept, so nothing is fetched twice, and no login ends because a network did.',
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
      ends: 'The app lets each request take its time, sends none twice, and ends with the whole table.',
      claim: { errors: [], waits: [], listRequests: 3, rows: 120, login: 'kept' },
      why: 'The first page is asked for alone, and tells how many others there are to ask for together. A request is given up only after 30 s.',
      source: 'Spotify, “Get current user’s playlists”',
    },
    {
      id: 'dialect-old',
      title: 'What if Spotify speaks its old dialect?',
      fault: 'Playlists name their contents “tracks”, as for apps from before February 2026.',
      spotify: { dialect: 'tracks' },
      run: open,
      ends: 'The table is complete, and its numbers of songs are the same as in the new dialect.',
      claim: { errors: [], listRequests: 3, rows: 120, songs: 23_421 },
      why: 'Which names come depends on the age of the Spotify app, so both are read, answer by answer. Nobody has to know which kind of app they have.',
      source: 'Spotify, “February 2026 migration guide”',
    },
    {
      id: 'dialect-new',
      title: 'What if Spotify speaks its new dialect?',
      fault: 'Playlists name their contents “items”, as for apps since February 2026.',
      spotify: { dialect: 'items' },
      run: open,
      ends: 'The table is complete, and its numbers of songs are the same as in the old dialect.',
      claim: { errors: [], listRequests: 3, rows: 120, songs: 23_421 },
      why: 'Spotify renamed “tracks” to “items”, because playlists hold episodes too. A count that is missing altogether reads “–”, and never 0.',
      source: 'Spotify, “February 2026 migration guide”',
    },
    {
      id: 'user-not-registered',
      title: 'What if you are not on the list of users?',
      fault: 'The login works, and then every request is refused with 403.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('user-not-registered', { on: 'playlists', times: Infinity });
        await open(sandbox);
      },
      ends: 'The app says so after one request, does not try again, and keeps the login.',
      claim: { errors: ['user-not-registered'], waits: [], listRequests: 1, login: 'kept' },
      why: 'In development mode Spotify serves five people whom the owner of the app has named, but lets anybody log in. The login is good, so it works as soon as you are on the list.',
      source: 'Spotify, “Quota modes”',
    },
    {
      id: 'premium-lapsed',
      title: 'What if the owner’s Premium has lapsed?',
      fault: 'Every request is refused with 403 and a plain sentence that is no JSON.',
      async run(sandbox) {
        sandbox.spotify.faults.arm('premium-lapsed', { on: 'playlists', times: Infinity });
        await open(sandbox);
      },
      ends: 'The app reads the sentence all the same, says what it means, and keeps the login.',
      claim: { errors: ['premium-required'], waits: [], listRequests: 1, login: 'kept' },
      why: 'The owner of a Spotify app needs Premium, or the app stops for everybody. The refusal is compared with what is known, and never shown as it came.',
      source: 'Spotify, “Quota modes”',
    },
  ],
};
