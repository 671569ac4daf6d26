import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const ENDING = 'src/session/log-out.ts';
const RACES = 'unit/session/log-out-races.test.ts';
const TOLD = 'unit/session/log-out-told.test.ts';
const HOLDS = 'e2e/session/log-out-holds.spec.ts';
const MEMORY = 'e2e/session/log-out-memory.spec.ts';

/** Faults of what a log-out leaves, also where a tab closes, hangs or lies: row 68. */
export const LOG_OUT_HOLDS: readonly Mutation[] = [
  mutation(
    'log-out-waits-for-hung-tab',
    'removes nothing before it has the lock',
    [
      edit(
        ENDING,
        'underWay = removeStored();',
        'const { signal } = new AbortController();\n      underWay = deps.locks.request(deps.lockName, { signal }, removeStored);',
      ),
    ],
    [
      proof(
        RACES,
        '[row 68, s14] a tab that hangs with the lock does not delay a log-out, nor undo it',
        '68 s14',
      ),
      proof(
        TOLD,
        '[row 68] a log-out asks for every removal before it returns control, since the page may close next',
        '68',
      ),
      proof(
        HOLDS,
        '[row 68, s14] a log-out holds though nothing runs in its page after the task of the click, and another tab hangs with the lock',
        '68 s14',
      ),
    ],
  ),
  mutation(
    'log-out-a-moment-later',
    'asks for the removal in a later task than that of the click',
    [
      edit(
        ENDING,
        'underWay = removeStored();',
        'underWay = deps.clock.sleep(0).then(removeStored);',
      ),
    ],
    [
      proof(
        HOLDS,
        '[row 68, s14] a log-out holds though nothing runs in its page after the task of the click, and another tab hangs with the lock',
        '68',
      ),
    ],
  ),
  mutation(
    'log-out-believed',
    'believes a log-out that storage knows nothing of',
    [edit(ENDING, 'if (!isKnown && (await stored())) return;', '')],
    [
      proof(TOLD, '[row 68] a log-out that is made up, or of another login, ends nothing', '68'),
      proof(
        MEMORY,
        '[row 68] a made-up log-out ends nothing, and after a real one neither tokens nor lists are in the memory of any tab',
        '68',
      ),
    ],
  ),
  mutation(
    'log-out-not-followed',
    'leaves the removal to the tab that was logged out, which may be gone',
    [edit(ENDING, 'const isRemoved = await login.clearAll(loginId);', 'const isRemoved = true;')],
    [
      proof(
        TOLD,
        '[row 68] a tab that hears of a log-out finishes it, should the tab that began it be gone',
        '68',
      ),
    ],
  ),
  mutation(
    'page-stays-after-log-out',
    'keeps the document, with what it remembers, after a log-out',
    [
      edit(
        'src/app/document.ts',
        "location.replace(end === 'logged-out' ? BASE_PATH : location.pathname + location.search);",
        'history.replaceState(null, end);',
      ),
    ],
    [
      proof(
        MEMORY,
        '[row 68] a made-up log-out ends nothing, and after a real one neither tokens nor lists are in the memory of any tab',
        '68',
      ),
    ],
  ),
];
