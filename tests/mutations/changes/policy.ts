import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const SEAL = '.build/seal.ts';
const FILES = 'e2e/security-files.spec.ts';
const PAGE = 'e2e/security-page.spec.ts';
const META =
  '[row 46, row 47, row 14] the policy stands directly after the character set, and the referrer rule next';

/** Faults of the Content Security Policy: rows 46, 47, 49 and 50. */
export const POLICY: readonly Mutation[] = [
  mutation(
    'policy-too-late',
    'puts the policy at the end of the head',
    [
      edit(
        SEAL,
        'return withMap.replace(CHARSET, `${CHARSET}\\n    ${meta}`);',
        "return withMap.replace('</head>', `${meta}</head>`);",
      ),
    ],
    [proof(FILES, META, '46')],
  ),
  mutation(
    'policy-lets-out',
    'lets the page send to any host',
    [
      edit(
        SEAL,
        "'connect-src https://accounts.spotify.com https://api.spotify.com',",
        "'connect-src *',",
      ),
    ],
    [
      proof(FILES, META, '47'),
      proof(
        PAGE,
        '[row 47] no fetch, beacon or picture of a foreign host ever leaves the page',
        '47',
      ),
    ],
  ),
  mutation(
    'any-own-script',
    'allows every script of its origin, of which others may own a part',
    [edit(SEAL, "`script-src ${hashes.join(' ')}`", "`script-src 'self' ${hashes.join(' ')}`")],
    [
      proof(
        FILES,
        '[row 49] the policy names every script by its hash and no other, and each is loaded with it',
        '49',
      ),
    ],
  ),
  mutation(
    'part-without-hash',
    'loads the later parts of the app without their hashes',
    [
      edit(SEAL, 'JSON.stringify({ integrity })', 'JSON.stringify({})'),
      edit(SEAL, '`script-src ${hashes', "`script-src 'self' ${hashes"),
    ],
    [
      proof(
        'e2e/security-injected.spec.ts',
        '[row 49] a later part that differs by one byte does not load, and the page says so',
        '49',
      ),
    ],
  ),
  mutation(
    'no-trusted-types',
    'lets any text become markup',
    [edit(SEAL, '"require-trusted-types-for \'script\'",', '')],
    [proof(PAGE, '[row 50] every sink of markup and code is closed to text', '50')],
  ),
  mutation(
    'markup-from-text',
    'makes markup of text',
    [
      edit(
        'src/document.ts',
        'document.head.append(link);',
        "document.head.insertAdjacentHTML('beforeend', link.outerHTML);",
      ),
    ],
    [proof('unit/architecture.test.ts', '[%s] the source knows no %s', '50 52', 'row 50')],
  ),
];
