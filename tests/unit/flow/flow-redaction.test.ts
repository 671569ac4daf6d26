import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  begun,
  checked,
  tokenAnswer,
  tokenRequest,
} from '../../../src/features/flow/record/record-event.ts';
import { makeRedaction } from '../../../src/features/flow/record/redact.ts';

const ISSUER = 'https://accounts.spotify.com';
const VERIFIER = 'verifier-0123456789-verifier-0123456789-ver';
const CODE = 'code-9876543210';
const TOKENS = { access_token: 'BQ-access-secret', refresh_token: 'AQ-refresh-secret' };
const STATE = 'state-of-this-login';

/** Records a login from its request to its token response, as one text. */
async function recorded(isDemo: boolean, response: string): Promise<string> {
  const redaction = makeRedaction(isDemo);
  const url = new URL(`${ISSUER}/authorize?client_id=abc&state=${STATE}&code_challenge=xyz`);
  const asked = begun(
    { kind: 'begun', at: 1, url, state: STATE, codeVerifier: VERIFIER, isKept: true },
    redaction,
  );
  const parameters = new URLSearchParams(response);
  const back = answered(asked, { kind: 'answered', at: 2, parameters }, ISSUER, redaction);
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: CODE,
    code_verifier: VERIFIER,
    redirect_uri: 'https://liner.example/callback',
  });
  const sent = {
    kind: 'sent',
    at: 3,
    url: `${ISSUER}/api/token`,
    init: { method: 'POST', body: form },
    response: Promise.resolve(Response.json({ ...TOKENS, token_type: 'Bearer', expires_in: 3600 })),
  } as const;
  const exchange = {
    ...tokenRequest(sent, redaction),
    answer: await tokenAnswer(sent, redaction, () => 4),
  };
  return JSON.stringify({ ...back, exchange });
}

const SECRETS = [VERIFIER, CODE, TOKENS.access_token, TOKENS.refresh_token];

test('of the secrets of a real login the length alone is kept, and all else as it was sent', async () => {
  const text = await recorded(false, `code=${CODE}&state=${STATE}`);
  for (const secret of SECRETS) {
    expect(text).not.toContain(secret);
    expect(text).toContain(`{"hidden":${secret.length}}`);
  }
  for (const shown of [STATE, 'xyz', 'https://liner.example/callback', 'authorization_code']) {
    expect(text).toContain(`"${shown}"`);
  }
});

test('in the demo all is kept', async () => {
  const text = await recorded(true, `code=${CODE}&state=${STATE}`);
  for (const secret of SECRETS) expect(text).toContain(secret);
  expect(text).not.toContain('hidden');
});

test('[row 28] of what an address says nothing is repeated but what was expected', async () => {
  for (const isDemo of [false, true]) {
    const text = await recorded(
      isDemo,
      'error=access_denied&error_description=Call+0800-EVIL&state=a-forged-state&iss=https://evil.example&evil=%3Cimg%3E',
    );
    expect(text).toContain('"access_denied"');
    expect(text).toContain('"others":2');
    expect(text).not.toMatch(/EVIL|evil|img|forged/);
  }
});

test('no text that a server or an address brings gets into the record unless its form is known', () => {
  const redaction = makeRedaction(false);
  const noise = fc.string({ minLength: 3 }).filter((text) => !/^[a-z_ -]*$|^\d+$/i.test(text));
  fc.assert(
    fc.property(noise, (text) => {
      const members = { error: text, scope: text, token_type: text, more: text, [text]: 1 };
      const answer = JSON.stringify(redaction.answer(members));
      const parameters = new URLSearchParams({ state: text, iss: text, error: text, more: text });
      const expected = { state: STATE, issuer: ISSUER };
      const response = JSON.stringify(redaction.response(parameters, expected));
      expect(answer + response).not.toContain(JSON.stringify(text));
    }),
  );
});

test('a refused answer leaves the request that waits for its own', async () => {
  const redaction = makeRedaction(false);
  const url = new URL(`${ISSUER}/authorize?state=${STATE}`);
  const asked = begun(
    { kind: 'begun', at: 1, url, state: STATE, codeVerifier: VERIFIER, isKept: true },
    redaction,
  );
  const answer = (flow: typeof asked, state: string) =>
    answered(
      flow,
      { kind: 'answered', at: 2, parameters: new URLSearchParams({ state }) },
      ISSUER,
      redaction,
    );
  const forged = checked(answer(asked, 'forged'), {
    kind: 'checked',
    check: 'tab',
    isGood: false,
  });
  expect(forged.request).toEqual(asked.request);
  const own = checked(answer(forged, STATE), { kind: 'checked', check: 'tab', isGood: true });
  expect(own.request).toEqual(asked.request);
  expect(own.response?.parameters).toEqual([['state', STATE]]);
  // Its own answer has come: the next one belongs to nothing.
  expect(answer(own, STATE)).toMatchObject({
    request: null,
    response: { parameters: [['state', { hidden: STATE.length }]] },
  });
});
