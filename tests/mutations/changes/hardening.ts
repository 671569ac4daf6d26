import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILES = 'e2e/app/security-files.spec.ts';
const ADDRESSES = 'unit/spotify/playlist-addresses.test.ts';
const META =
  '[row 46, row 47, row 14] the policy stands directly after the character set, and the referrer rule next';

/** Faults of the page around the code: rows 14, 15, 45 and 51 to 54. */
export const HARDENING: readonly Mutation[] = [
  mutation(
    'no-referrer-rule',
    'tells the host of the pages their full addresses',
    [edit('index.html', '<meta name="referrer" content="no-referrer" />', '')],
    [proof(FILES, META, '14')],
  ),
  mutation(
    'callback-asks-others',
    'asks the Web API while the callback page waits',
    [
      edit(
        'src/features/login/callback.tsx',
        'const navigate = useNavigate();',
        "const navigate = useNavigate(); void fetch('https://api.spotify.com/v1/markets').catch(() => undefined);",
      ),
    ],
    [
      proof(
        'e2e/login/callback-address.spec.ts',
        '[row 13, row 15, row 32, s5, s18] while a code is exchanged no address holds it, nobody else is asked, and a reload asks no second time',
        '15',
      ),
    ],
  ),
  mutation(
    'shown-in-frame',
    'shows itself inside another site',
    [edit('src/app/boot.ts', 'if (window.top === window.self) startOrSay();', 'startOrSay();')],
    [
      proof(
        'e2e/login/callback-framed.spec.ts',
        '[row 30, row 45, s20] inside a frame of another site neither a callback nor the page of whoever is logged in shows, asks or does anything',
        '45 s20',
      ),
    ],
  ),
  mutation(
    'shared-origin-unsaid',
    'does not tell of an origin that others share',
    [
      edit(
        'src/features/login/login-form.tsx',
        "location.hostname.endsWith('.github.io')",
        "location.hostname.endsWith('.github.example')",
      ),
    ],
    [
      proof(
        'e2e/app/hosting.spec.ts',
        '[row 54] the login form tells of an origin that others share, and only there',
        '54',
      ),
    ],
  ),
  mutation(
    'foreign-font',
    'loads a style sheet from elsewhere',
    [
      edit(
        'index.html',
        '<link rel="manifest" ',
        '<link rel="stylesheet" href="https://fonts.example/css" />\n    <link rel="manifest" ',
      ),
    ],
    [
      proof(
        FILES,
        '[row 51] no page holds a style of its own, nor a script but its theme and its watch over the start, or loads one from elsewhere',
        '51',
      ),
    ],
  ),
  mutation(
    'any-cover',
    'shows a cover of any address',
    [
      edit(
        'src/spotify/images.ts',
        'addresses.map(httpsUrlIn).findLast(isSpotifyImage)?.href',
        'addresses.at(-1)',
      ),
    ],
    [proof(ADDRESSES, '[row 47, 52, s22] a cover at %j is not shown', '52 s22')],
  ),
  mutation(
    'any-link',
    'leads to whatever address comes with a playlist',
    [edit('src/spotify/addresses.ts', 'url?.origin === OPEN_SPOTIFY', 'url')],
    [
      proof(
        ADDRESSES,
        '[row 52, s22] a link to %j is replaced by one that leads to Spotify',
        '52 s22',
      ),
    ],
  ),
  mutation(
    'link-with-opener',
    'opens Spotify in a tab that can reach this one',
    [edit('src/ui/spotify-link.tsx', 'rel="noopener noreferrer"', 'rel="opener"')],
    [
      proof(
        'e2e/playlists/playlists-irregular.spec.ts',
        '[row 52, s22] every playlist is one row with all its facts, irregular ones as what they are, and links lead to Spotify alone',
        '53 s22',
      ),
      proof(
        'e2e/app/security-injected.spec.ts',
        '[row 53] no link to another site hands over this page or its address',
        '53',
      ),
    ],
  ),
];
