import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const POLICY_FILE = '.build/policy.ts';
const FILES = 'e2e/app/security-files.spec.ts';
const PAGE = 'e2e/app/security-page.spec.ts';
const META =
  '[row 46, row 47, row 14] the policy stands directly after the character set, and the referrer rule next';
const FRAME_REFUSED =
  '[row 45] a host that sends the headers of the build has the browser refuse the frame';

/** Faults of the Content Security Policy: rows 45, 46, 47, 49 and 50. */
export const POLICY: readonly Mutation[] = [
  mutation(
    'policy-too-late',
    'puts the policy at the end of the head',
    [
      edit(
        POLICY_FILE,
        'return html.replace(CHARSET, `${CHARSET}\\n    ${meta}`);',
        "return html.replace('</head>', `${meta}</head>`);",
      ),
    ],
    [proof(FILES, META, '46')],
  ),
  mutation(
    'frame-allowed',
    'lets every site frame the page where a host sends headers',
    [edit('.build/headers.ts', "; frame-ancestors 'none'", '')],
    [proof('e2e/login/callback-framed.spec.ts', FRAME_REFUSED, '45')],
  ),
  mutation(
    'policy-lets-out',
    'lets the page send to any host',
    [
      edit(
        POLICY_FILE,
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
    'allows every script of its origin, of which others own a part',
    [edit(POLICY_FILE, 'return `${origin}${basePath}assets/`;', 'return "\'self\'";')],
    [
      proof(
        'unit/build/policy.test.ts',
        '[row 49] scripts come from the own origin, or from this deployment’s folder where the origin is known',
        '49',
      ),
      proof(
        'e2e/app/hosting-origin.spec.ts',
        '[row 49] on an origin that others share, no script of theirs runs',
        '49',
      ),
    ],
  ),
  mutation(
    'inline-scripts',
    'allows scripts in the page that the build did not write',
    [
      edit(
        POLICY_FILE,
        "[scriptSource(site), ...hashes].join(' ')",
        "`${scriptSource(site)} 'unsafe-inline'`",
      ),
    ],
    [
      proof(
        FILES,
        '[row 49] the policy allows scripts of the own origin, and those in the page by their hashes alone',
        '49',
      ),
    ],
  ),
  mutation(
    'no-trusted-types',
    'lets any text become markup',
    [edit(POLICY_FILE, '"require-trusted-types-for \'script\'",', '')],
    [proof(PAGE, '[row 50] every sink of markup and code is closed to text', '50')],
  ),
  mutation(
    'markup-from-text',
    'makes markup of text',
    [
      edit(
        'src/app/document.ts',
        'document.head.append(link);',
        "document.head.insertAdjacentHTML('beforeend', link.outerHTML);",
      ),
    ],
    [proof('unit/house/architecture.test.ts', '[%s] the source knows no %s', '50 52', 'row 50')],
  ),
];
