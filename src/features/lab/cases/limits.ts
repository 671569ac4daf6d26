import type { LabGroup } from '../lab-case.ts';

const RATE_LIMITS = 'Spotify, “Rate limits”; RFC 6585, section 4';

/** Cases of rate limits, quotas and server errors. */
export const LIMIT_CASES: LabGroup = {
  title: 'When Spotify says: not so fast',
  cases: [
    {
      id: 'limit-readable',
      title: 'What if Spotify says how long to wait?',
      fault: 'The second and third page are refused with 429 and a Retry-After of 3 s.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('rate-limited', { on: 'playlists', skip: 1, times: 2 });
        await sandbox.loadTable();
      },
      ends: 'The app waits for exactly the 3 s it was told, goes on with one request, and ends complete.',
      claim: { errors: [], waits: [3], listRequests: 5, rows: 120 },
      why: 'A wait that is named is kept, and two refusals that come together count as one. Afterwards one request finds out whether the limit is over.',
      source: RATE_LIMITS,
    },
    {
      id: 'limit-unreadable',
      title: 'What if Spotify does not say how long to wait?',
      fault: 'Four requests are refused with 429 and without a Retry-After that a page can read.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('rate-limited-unreadable', {
          on: 'playlists',
          skip: 1,
          times: 4,
        });
        await sandbox.loadTable();
      },
      ends: 'The app waits 2, 4 and 8 s, one request at a time, and ends with the whole table.',
      claim: { errors: [], waits: [2, 4, 8], listRequests: 7, rows: 120 },
      why: 'Spotify sends Retry-After, but does not let pages of other origins read it. So the app doubles its wait with each objection.',
      source: 'Spotify, “Rate limits”; Fetch standard, “CORS protocol”',
    },
    {
      id: 'limit-no-cors',
      title: 'What if the refusal cannot be read at all?',
      fault:
        'From the second page on, each 429 comes without CORS headers, until you press “Resume”.',
      async run(sandbox) {
        await sandbox.logIn();
        sandbox.spotify.faults.arm('rate-limited-no-cors', {
          on: 'playlists',
          skip: 1,
          times: Infinity,
        });
        await sandbox.loadTable();
        sandbox.spotify.faults.clear();
        sandbox.journal.note('Fault', 'is over');
        await sandbox.resumeTable();
      },
      ends: 'The app slows down, stops after four waits with 50 rows, and “Resume” brings the rest.',
      claim: {
        errors: ['unreadable-answer'],
        waits: [2, 4, 8, 16],
        listRequests: 9,
        rows: 120,
        login: 'kept',
      },
      why: 'To a page such a refusal looks like a lost network, and may be one. Slowing down is right in both cases, and asking for ever is right in none.',
      source: 'Spotify, “Rate limits”; Fetch standard, “CORS protocol”',
    },
    {
      id: 'quota-exceeded',
      title: 'What if the quota is used up?',
      fault:
        'From the second page on, Spotify answers QUOTA_EXCEEDED; once the quota is back, you press “Resume”.',
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
        sandbox.journal.note('Fault', 'is over');
        await sandbox.resumeTable();
      },
      ends: 'The app stops at once with 50 rows, sends nothing by itself, and “Resume” brings the rest.',
      claim: {
        errors: ['quota-exceeded', 'quota-exceeded'],
        waits: [],
        listRequests: 5,
        rows: 120,
        login: 'kept',
      },
      why: 'A quota takes hours to come back, so waiting a few seconds helps nobody. The app remembers it for a day and tells all tabs, and only a click asks again.',
      source: 'Spotify, “Quota modes”',
    },
  ],
};
