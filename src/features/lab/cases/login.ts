import type { ResponseFaultName } from '../../../demo/simulate.ts';
import type { LabGroup } from '../lab-case.ts';
import type { Sandbox } from '../sandbox.ts';

/** Gets an authorization response, opens a tampered copy in the app, and returns the original. */
async function tampered(sandbox: Sandbox, name: ResponseFaultName): Promise<URLSearchParams> {
  const truth = (await sandbox.askSpotify()) ?? new URLSearchParams();
  const response = new URLSearchParams(truth);
  sandbox.spotify.tamper(name, response);
  sandbox.journal.note('Fault', 'someone changes the reply on its way');
  await sandbox.openCallback(response);
  return truth;
}

const REFUSED = { errors: ['protocol'], tokenRequests: 0, login: 'none' } as const;
const REFUSES = 'The app refuses the reply. It sends nothing to Spotify and stores nothing.';

/** Cases of failures between "Log in" and the first token. */
export const LOGIN_CASES: LabGroup = {
  title: 'Log in',
  cases: [
    {
      id: 'state-changed',
      title: 'What if the state is changed?',
      fault: 'Someone changes the state in Spotify’s reply.',
      run: async (sandbox) => void (await tampered(sandbox, 'state-changed')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'The state ties a reply to the login that started in this tab. Without this check, a stranger could log you in to their account.',
      source: 'RFC 6749, section 10.12; RFC 9700, section 4.7',
    },
    {
      id: 'state-missing',
      title: 'What if the state is missing?',
      fault: 'Spotify’s reply arrives without a state.',
      run: async (sandbox) => void (await tampered(sandbox, 'state-missing')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'The app sent a state, so a real reply has it. Somebody else made a reply without one.',
      source: 'RFC 6749, section 4.1.2',
    },
    {
      id: 'code-replayed',
      title: 'What if the code is replayed?',
      fault: 'You open the same reply twice, for example with the Back button.',
      async run(sandbox) {
        const response = (await sandbox.askSpotify()) ?? new URLSearchParams();
        await sandbox.openCallback(response);
        sandbox.journal.note('Fault', 'the same reply arrives again');
        await sandbox.openCallback(response);
      },
      ends: 'The first reply logs in. The app refuses the second without a request, and the login stays.',
      claim: { errors: ['protocol'], tokenRequests: 1, login: 'kept' },
      why: 'The app removes a pending login from its storage before it sends the code. So it never sends a code twice. Spotify accepts a code once, too. It may end all tokens of a code that is used again.',
      source: 'RFC 6749, sections 4.1.2 and 10.5',
    },
    {
      id: 'wrong-verifier',
      title: 'What if the verifier is wrong?',
      fault: 'A stranger’s code replaces yours in the reply, beside your state.',
      async run(sandbox) {
        const response = (await sandbox.askSpotify()) ?? new URLSearchParams();
        const stranger = sandbox.openOtherBrowser();
        const stolen = (await sandbox.askSpotify(stranger)) ?? new URLSearchParams();
        response.set('code', stolen.get('code') ?? '');
        sandbox.journal.note('Fault', 'the stranger’s code replaces yours');
        await sandbox.openCallback(response);
      },
      ends: 'Spotify refuses the code: your verifier doesn’t match its challenge. The app stores nothing.',
      claim: { errors: ['invalid-grant'], tokenRequests: 1, login: 'none' },
      why: 'A code works only with the verifier behind its challenge. The verifier reaches nobody but Spotify. So a stolen code is worthless.',
      source: 'RFC 7636, section 4.6; RFC 9700, section 4.5',
    },
    {
      id: 'access-denied',
      title: 'What if you decline at Spotify?',
      fault: 'Spotify replies with error=access_denied instead of a code.',
      async run(sandbox) {
        const response = await sandbox.askSpotify(sandbox.session, 'decline');
        if (response) await sandbox.openCallback(response);
      },
      ends: 'The app says that you declined. It reads nothing and stores nothing.',
      claim: { errors: ['declined'], tokenRequests: 0, login: 'none' },
      why: 'Declining is a valid reply, not a failure. The app believes it because its state is right.',
      source: 'RFC 6749, section 4.1.2.1',
    },
    {
      id: 'error-forged',
      title: 'What if an error is forged?',
      fault:
        'A stranger sends error=access_denied with a wrong state. Then Spotify’s own reply arrives.',
      async run(sandbox) {
        await sandbox.openCallback(await tampered(sandbox, 'error-forged'));
      },
      ends: 'The app refuses the forged reply, and the real one still logs in.',
      claim: { errors: ['protocol'], tokenRequests: 1, login: 'kept' },
      why: 'An error needs the right state, too, so nobody can pretend that you declined. A reply with a wrong state doesn’t touch the pending login.',
      source: 'RFC 6749, sections 4.1.2.1 and 10.12',
    },
    {
      id: 'issuer-foreign',
      title: 'What if another server answers?',
      fault: 'The reply names https://evil.example as its issuer (iss).',
      run: async (sandbox) => void (await tampered(sandbox, 'issuer-foreign')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'Another server might want to steal a code that Spotify made. Spotify doesn’t name an issuer. If a reply names one, it must be Spotify.',
      source: 'RFC 9207, section 2.4; RFC 9700, section 4.4',
    },
    {
      id: 'code-doubled',
      title: 'What if there are two codes?',
      fault: 'The reply contains two codes.',
      run: async (sandbox) => void (await tampered(sandbox, 'code-doubled')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'No parameter may appear twice. Two programs could each read a different code, so the app uses neither.',
      source: 'RFC 6749, section 3.1',
    },
    {
      id: 'error-doubled',
      title: 'What if there are two errors?',
      fault: 'The reply contains two different errors and no code.',
      run: async (sandbox) => void (await tampered(sandbox, 'error-doubled')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'No parameter may appear twice, not even an error. The app doesn’t guess which one is meant.',
      source: 'RFC 6749, section 3.1',
    },
    {
      id: 'redirect-uri',
      title: 'What if the redirect URI isn’t registered?',
      fault: 'The app names a redirect URI that isn’t in Spotify’s dashboard.',
      redirectUri: 'https://lab.invalid/elsewhere',
      async run(sandbox) {
        const response = await sandbox.askSpotify();
        if (response) await sandbox.openCallback(response);
      },
      ends: 'Spotify shows its own error page and doesn’t send you back.',
      claim: { errors: [], tokenRequests: 0, login: 'none' },
      why: 'A server must not send you to an address it doesn’t know, or codes would leak. That’s why the home page shows the exact URI to register.',
      source: 'RFC 6749, section 4.1.2.1; RFC 9700, section 2.1',
    },
  ],
};
