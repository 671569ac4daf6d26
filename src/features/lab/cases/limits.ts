import type { LabGroup } from '../lab-case.ts';

const RATE_LIMITS = 'Spotify, “Rate limits”; RFC 6585, section 4';

/** Cases of rate limits, quotas and server errors. */
export const LIMIT_CASES: LabGroup = {
  title: 'Limits',
  cases: [
    {
      id: 'limit-readable',
      title: 'What if Spotify says how long to wait?',
      fault: 'Spotify refuses the second and third page with 429 and a Retry-After of 3 s.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('rate-limited', { on: 'playlists', skip: 1, times: 2 });
        await sandbox.loadTable();
      },
      ends: 'The app waits exactly 3 s and continues with one request. The table is complete.',
      claim: { errors: [], waits: [3], listRequests: 5, rows: 120 },
      why: 'The app waits as long as Spotify asks. Two refusals at once count as one. Then one request tests whether the limit is over.',
      source: RATE_LIMITS,
    },
    {
      id: 'limit-unreadable',
      title: 'What if Spotify doesn’t say how long to wait?',
      fault: 'Spotify refuses four requests with 429. A page can’t read their Retry-After.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('rate-limited-unreadable', {
          on: 'playlists',
          skip: 1,
          times: 4,
        });
        await sandbox.loadTable();
      },
      ends: 'The app waits 2, 4 and 8 s and sends one request at a time. The table is complete.',
      claim: { errors: [], waits: [2, 4, 8], listRequests: 7, rows: 120 },
      why: 'Spotify sends Retry-After, but doesn’t let pages of other origins read it. So the app doubles its wait after each refusal.',
      source: 'Spotify, “Rate limits”; Fetch standard, “CORS protocol”',
    },
    {
      id: 'limit-no-cors',
      title: 'What if the app can’t read the refusal at all?',
      fault: 'From the second page on, each 429 lacks CORS headers, until you press “Resume”.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('rate-limited-no-cors', {
          on: 'playlists',
          skip: 1,
          times: Infinity,
        });
        await sandbox.loadTable();
        sandbox.spotify.faults.clear();
        sandbox.journal.note('Fault', 'ends');
        await sandbox.resumeTable();
      },
      ends: 'The app slows down and stops after four waits, with 50 rows. “Resume” loads the rest.',
      claim: {
        errors: ['unreadable-answer'],
        waits: [2, 4, 8, 16],
        listRequests: 9,
        rows: 120,
        login: 'kept',
      },
      why: 'To a page, such a refusal looks like a lost network, and it may be one. Slowing down is right in both cases. Trying forever is right in neither.',
      source: 'Spotify, “Rate limits”; Fetch standard, “CORS protocol”',
    },
    {
      id: 'quota-exceeded',
      title: 'What if the quota is used up?',
      fault: 'From the second page on, Spotify replies QUOTA_EXCEEDED. Later you press “Resume”.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('quota-exceeded', {
          on: 'playlists',
          skip: 1,
          times: Infinity,
        });
        await sandbox.loadTable();
        await sandbox.goOnByItself();
        sandbox.spotify.faults.clear();
        sandbox.journal.note('Fault', 'ends');
        await sandbox.resumeTable();
      },
      ends: 'The app stops at once, with 50 rows. It sends nothing by itself. “Resume” loads the rest.',
      claim: {
        errors: ['quota-exceeded', 'quota-exceeded'],
        waits: [],
        listRequests: 5,
        rows: 120,
        login: 'kept',
      },
      why: 'A quota takes hours to return, so a wait of seconds doesn’t help. The app remembers it for a day in all tabs. Only a click tries again.',
      source: 'Spotify, “Quota modes”',
    },
  ],
};
