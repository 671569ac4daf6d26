import type { ResponseFaultName } from '../../../demo/faults.ts';
import type { LabGroup } from '../lab-case.ts';
import type { Sandbox } from '../sandbox.ts';

/** Gets an authorization response, opens a tampered copy in the app, and returns the original. */
async function tampered(sandbox: Sandbox, name: ResponseFaultName): Promise<URLSearchParams> {
  const truth = (await sandbox.askSpotify()) ?? new URLSearchParams();
  const response = new URLSearchParams(truth);
  sandbox.spotify.tamper(name, response);
  sandbox.journal.note('Fault', 'the response is changed on its way');
  await sandbox.openCallback(response);
  return truth;
}

const REFUSED = { errors: ['protocol'], tokenRequests: 0, login: 'none' } as const;
const REFUSES = 'The app refuses the response, sends nothing to Spotify, and stores nothing.';

/** Cases of failures between "Log in" and the first token. */
export const LOGIN_CASES: LabGroup = {
  title: 'On the way to Spotify and back',
  cases: [
    {
      id: 'state-changed',
      title: 'What if the state is changed?',
      fault: 'Spotify’s response comes back with another state than the one that was sent.',
      run: async (sandbox) => void (await tampered(sandbox, 'state-changed')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'The state ties a response to the login that began in this tab. Without this check a stranger could log you in to an account of theirs.',
      source: 'RFC 6749, section 10.12; RFC 9700, section 4.7',
    },
    {
      id: 'state-missing',
      title: 'What if the state is missing?',
      fault: 'Spotify’s response comes back without a state.',
      run: async (sandbox) => void (await tampered(sandbox, 'state-missing')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'A state was sent, so a true response carries it. One without it was made by somebody else.',
      source: 'RFC 6749, section 4.1.2',
    },
    {
      id: 'code-replayed',
      title: 'What if the code is replayed?',
      fault: 'The same response is opened twice, as the Back button or a copied link does.',
      async run(sandbox) {
        const response = (await sandbox.askSpotify()) ?? new URLSearchParams();
        await sandbox.openCallback(response);
        sandbox.journal.note('Fault', 'the same response comes again');
        await sandbox.openCallback(response);
      },
      ends: 'The first response logs in; the second is refused without a request, and the login stays.',
      claim: { errors: ['protocol'], tokenRequests: 1, login: 'kept' },
      why: 'The app takes a pending login out of its storage before it sends the code, so no code is sent twice. Spotify, too, honours a code once, and may end all tokens of one that is used again.',
      source: 'RFC 6749, sections 4.1.2 and 10.5',
    },
    {
      id: 'wrong-verifier',
      title: 'What if the verifier is wrong?',
      fault: 'A code made for a stranger’s browser is put into your response, beside your state.',
      async run(sandbox) {
        const response = (await sandbox.askSpotify()) ?? new URLSearchParams();
        const stranger = sandbox.openOtherBrowser();
        const stolen = (await sandbox.askSpotify(stranger)) ?? new URLSearchParams();
        response.set('code', stolen.get('code') ?? '');
        sandbox.journal.note('Fault', 'the stranger’s code takes the place of yours');
        await sandbox.openCallback(response);
      },
      ends: 'Spotify refuses the code, as your verifier does not fit its challenge; nothing is stored.',
      claim: { errors: ['invalid-grant'], tokenRequests: 1, login: 'none' },
      why: 'A code works only with the verifier behind the challenge that asked for it, and the verifier never leaves its browser. So a code that is stolen or slipped in is worth nothing.',
      source: 'RFC 7636, section 4.6; RFC 9700, section 4.5',
    },
    {
      id: 'access-denied',
      title: 'What if you decline at Spotify?',
      fault: 'Spotify answers with error=access_denied in the place of a code.',
      async run(sandbox) {
        const response = await sandbox.askSpotify(sandbox.session, 'decline');
        if (response) await sandbox.openCallback(response);
      },
      ends: 'The app says that you declined; nothing is read and nothing is stored.',
      claim: { errors: ['declined'], tokenRequests: 0, login: 'none' },
      why: 'A refusal is an answer like any other, and no failure. The app believes it because its state is right.',
      source: 'RFC 6749, section 4.1.2.1',
    },
    {
      id: 'error-forged',
      title: 'What if an error is forged?',
      fault:
        'A stranger sends error=access_denied with a wrong state; then Spotify’s own response comes.',
      async run(sandbox) {
        await sandbox.openCallback(await tampered(sandbox, 'error-forged'));
      },
      ends: 'The app refuses the forgery as such, and the true response still logs in.',
      claim: { errors: ['protocol'], tokenRequests: 1, login: 'kept' },
      why: 'Errors have to carry the state too, so nobody can make the app believe that you declined. A response with a wrong state leaves the login that waits as it is.',
      source: 'RFC 6749, sections 4.1.2.1 and 10.12',
    },
    {
      id: 'issuer-foreign',
      title: 'What if another server answers?',
      fault: 'The response names https://evil.example as its issuer (iss).',
      run: async (sandbox) => void (await tampered(sandbox, 'issuer-foreign')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'A server that is not the one asked could be after the code of the one that was. Spotify names no issuer; where a name comes all the same, it has to be Spotify’s.',
      source: 'RFC 9207, section 2.4; RFC 9700, section 4.4',
    },
    {
      id: 'code-doubled',
      title: 'What if the code comes twice?',
      fault: 'The response carries two codes.',
      run: async (sandbox) => void (await tampered(sandbox, 'code-doubled')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'No parameter may come twice. Two readers of such a response could each see another code, so the app takes neither.',
      source: 'RFC 6749, section 3.1',
    },
    {
      id: 'error-doubled',
      title: 'What if the error comes twice?',
      fault: 'The response carries two different errors and no code.',
      run: async (sandbox) => void (await tampered(sandbox, 'error-doubled')),
      ends: REFUSES,
      claim: REFUSED,
      why: 'No parameter may come twice, and errors are parameters. The app does not guess which of the two is meant.',
      source: 'RFC 6749, section 3.1',
    },
    {
      id: 'redirect-uri',
      title: 'What if the redirect URI is not registered?',
      fault: 'The app names a redirect URI that Spotify’s dashboard does not list.',
      redirectUri: 'https://lab.invalid/elsewhere',
      async run(sandbox) {
        const response = await sandbox.askSpotify();
        if (response) await sandbox.openCallback(response);
      },
      ends: 'Spotify shows an error page of its own and sends nobody back, so the app hears nothing.',
      claim: { errors: [], tokenRequests: 0, login: 'none' },
      why: 'A server must not send anybody to an address that it does not know, or codes would go astray. That is why the first page shows the exact URI to register.',
      source: 'RFC 6749, section 4.1.2.1; RFC 9700, section 2.1',
    },
  ],
};
