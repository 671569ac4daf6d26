import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const LEFT = 'e2e/storage/page-left.spec.ts';
const DONE =
  '[row 17] a page left while it ${what} has done so, and finishes the login when it comes back';

/** Faults of a page that is left in the middle of a write: rows 17, 59, 62 and 68. */
export const PAGE_LEFT: readonly Mutation[] = [
  mutation(
    'write-left-open',
    'leaves it to the browser when a write that may not be lost is committed',
    [edit('src/storage/database.ts', '      begun.commit();\n    } catch', '    } catch')],
    [
      proof(
        LEFT,
        '[row 68] a page left during its log-out leaves no login behind, nor a transaction',
        '68',
      ),
      proof(LEFT, DONE, '17', 'takes the login that waits'),
      proof(LEFT, DONE, '17', 'stores the new login'),
    ],
  ),
  mutation(
    'cache-left-open',
    'goes on keeping a list while the page is left',
    [edit('src/storage/connection.ts', '    leave();\n    close();', '')],
    [
      proof(
        LEFT,
        '[row 59] a page left while it keeps a list lets go of the database, and shows its list when it comes back',
        '59',
      ),
    ],
  ),
  mutation(
    'renewed-tokens-left-behind',
    'drops renewed tokens where the page is left before it has compared',
    [
      edit(
        'src/storage/tokens.ts',
        'if (removals() === before) store.put(versioned(record), keys.record);',
        'store.count();',
      ),
    ],
    [
      proof(
        LEFT,
        '[row 62] a page left while it stores renewed tokens has stored them, and leaves no transaction',
        '62',
      ),
    ],
  ),
  mutation(
    'closed-connection-is-final',
    'takes a connection that the browser has closed for a storage that fails',
    [
      edit(
        'src/storage/database.ts',
        'if (signal.aborted || connection.isAway() || !isOfConnection(error)) throw error;',
        'if (signal) throw error;',
      ),
    ],
    [
      proof(
        'unit/storage/failing-connection.test.ts',
        '[s27] a transaction that the browser aborts without an error is done again',
        's27',
      ),
      proof(
        LEFT,
        '[row 59] a connection that the browser has closed is opened anew, and nobody notices',
        '59',
      ),
    ],
  ),
  mutation(
    'database-without-store-is-final',
    'takes a database of our name without our store as it is',
    [
      edit(
        'src/storage/connection.ts',
        'if (opened.objectStoreNames.contains(store)) return resolve(opened);',
        'if (opened) return resolve(opened);',
      ),
    ],
    [
      proof(
        'unit/storage/failing-connection.test.ts',
        '[s27] a database of our name without our store gets it, and keeps what else it holds',
        's27',
      ),
    ],
  ),
];
