import { execFileSync } from 'node:child_process';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive, drawVerifier } from '../../../src/features/flow/explain/challenge.ts';
import { stepsOf } from '../../../src/features/flow/explain/steps.ts';
import {
  type Flow,
  NOTHING_YET,
  type TokenExchange,
  withRefresh,
} from '../../../src/features/flow/record/flow.ts';
import { toSvg } from '../../../src/features/flow/save/svg.ts';
import { toCurl, toJson, toMarkdown } from '../../../src/features/flow/save/text.ts';

const EXCHANGE: TokenExchange = {
  at: 3_000,
  endpoint: 'https://accounts.spotify.com/api/token',
  fields: [
    ['grant_type', 'authorization_code'],
    ['redirect_uri', "https://liner.example/it's|here"],
    ['code', { hidden: 130 }],
  ],
  answer: { at: 3_500, status: 200, members: [['access_token', { hidden: 99 }]], others: 1 },
};
const FLOW: Flow = {
  ...NOTHING_YET,
  loginId: 'x',
  request: {
    at: 1_000,
    endpoint: 'https://accounts.spotify.com/authorize',
    parameters: [['state', 'a`b|c']],
    codeVerifier: { hidden: 43 },
  },
  exchange: EXCHANGE,
};
const refreshAt = (at: number): TokenExchange => ({
  ...EXCHANGE,
  at,
  fields: [['grant_type', 'refresh_token']],
});

test('[row 2] the challenge of RFC 7636, appendix B, and the octets before it', async () => {
  const { digest, challenge } = await derive('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  expect(digest).toMatch(/^13 d3 1e 96 1a 1a d8 ec 2f 16 b1 0c 4c 98 2e 08/);
  expect(drawVerifier()).toMatch(/^[\w-]{43}$/);
});

test('without a flow every step explains and none has a value', () => {
  const steps = stepsOf(undefined);
  expect(steps).toHaveLength(9);
  for (const step of steps) {
    expect(step).toMatchObject({ state: 'ahead', section: expect.stringMatching(/^RFC \d{4}/) });
    expect(step.messages).toBeUndefined();
  }
});

test('each refresh is a step of its own, the newest twenty are kept, and an answer joins its request', () => {
  let flow: Flow = NOTHING_YET;
  for (let at = 1; at <= 25; at += 1) {
    flow = withRefresh(flow, { ...refreshAt(at), answer: null });
    expect(stepsOf(flow).at(-1)?.state).toBe('waiting');
    flow = withRefresh(flow, refreshAt(at));
  }
  expect(flow.refreshes.map(({ at }) => at)).toEqual([...Array(20)].map((_, index) => index + 6));
  expect(stepsOf(flow)).toHaveLength(8 + 20);
  expect(stepsOf(flow).at(-1)).toMatchObject({
    number: 28,
    state: 'done',
    outcome: expect.stringContaining('The old one stays valid'),
  });
});

test('a shell reads the curl line as it was sent, with variables for what is hidden', () => {
  const line = toCurl(EXCHANGE).replace(/^curl/, 'printf "%s\\n"');
  const words = execFileSync('sh', ['-c', line], { encoding: 'utf8', env: { CODE: 'my code' } });
  expect(words.trim().split('\n')).toEqual([
    EXCHANGE.endpoint,
    '--data-urlencode',
    'grant_type=authorization_code',
    '--data-urlencode',
    "redirect_uri=https://liner.example/it's|here",
    '--data-urlencode',
    'code=my code',
  ]);
});

test('Markdown tells every step, and no value breaks its table', () => {
  const text = toMarkdown(stepsOf(FLOW));
  expect(text.match(/^## /gm)).toHaveLength(9);
  expect(text).toContain('| state | `` a`b\\|c `` |');
  expect(text).toContain('130 characters, hidden');
  expect(text).toContain('1970-01-01T00:00:01.000Z');
});

/** The cells of a row, as GitHub's parser and markdown-it split it: they differ where backslashes stand before a pipe. */
function cellsOf(row: string): readonly string[][] {
  const inner = row.slice(2, -2);
  const github = inner.match(/(?:\\[!-/:-@[-`{-~]|[^|])+/g) ?? [];
  const markdownIt = inner.split(/(?<!\\)\|/);
  return [github, markdownIt].map((cells) => cells.map((cell) => cell.trim()));
}

/** The text of a cell in code: of a code span, or in character references. */
function codeIn(cell: string): string {
  const [, references] = /^<code>(.*)<\/code>$/.exec(cell) ?? [];
  if (references !== undefined)
    return references.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  const [fence = ''] = /^`+/.exec(cell) ?? [];
  const code = cell.slice(fence.length, -fence.length).replaceAll('\\|', '|');
  return /^ .* $/.test(code) ? code.slice(1, -1) : code;
}

test('a value of backslashes, pipes and backticks stays one cell of Markdown, and is read back', () => {
  const anyValue = fc.oneof(
    fc.constantFrom('a\\|b', '\\', '\\\\|', '|', 'a\\', '`\\|`', '<b>\\|&amp;'),
    fc.string({ unit: fc.constantFrom('\\', '|', '`', 'a', '&', '<', '😂'), minLength: 1 }),
  );
  fc.assert(
    fc.property(anyValue, (value) => {
      const request = FLOW.request && { ...FLOW.request, parameters: [['state', value] as const] };
      const [row = ''] = /^\| state \|.*$/m.exec(toMarkdown(stepsOf({ ...FLOW, request }))) ?? [];
      for (const cells of cellsOf(row)) {
        expect(cells).toHaveLength(4);
        expect(codeIn(cells[1] ?? '')).toBe(value);
      }
    }),
  );
});

test('JSON is read back as the flow that was saved', () => {
  const { exported_at, ...rest } = JSON.parse(toJson(FLOW, 5_000));
  expect(exported_at).toBe('1970-01-01T00:00:05.000Z');
  expect(rest).toEqual(FLOW);
});

test('the diagram is well-formed SVG with an arrow for each step, and says it in words', () => {
  const problems: unknown[] = [];
  const parser = new DOMParser({ onError: (_level, message) => problems.push(message) });
  const svg = parser.parseFromString(toSvg(stepsOf(FLOW)), 'image/svg+xml');
  expect(problems).toEqual([]);
  expect(svg.getElementsByTagName('circle')).toHaveLength(9);
  const [description] = svg.getElementsByTagName('desc');
  expect(description?.textContent).toContain(
    'Step 6, Token request, from This page to accounts.spotify.com: done',
  );
});
