import { changeOwned, type OwnedPlace, type OwnedWork } from './list-records.ts';

/** A change that waits for its transaction. */
interface Waiting {
  readonly work: OwnedWork;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Most changes in one transaction, whose lists are copied without a break. */
const MOST_AT_ONCE = 8;

/**
 * Makes a `changeOwned` that runs the changes which arrive during a transaction together in the next one, in their
 * order (group commit): to end a transaction takes longer than to write a list.
 */
export function groupChanges(place: OwnedPlace): (work: OwnedWork) => Promise<void> {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function runGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await changeOwned(place, (store, header) => {
        for (const { work } of group) work(store, header);
      });
      for (const { resolve } of group) resolve();
    } catch (error) {
      const [first, ...others] = group;
      if (others.length === 0) return first?.reject(error);
      // One record that does not fit fails all of its transaction.
      for (const one of group) await runGroup([one]);
    }
  }

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await runGroup(waiting.splice(0, MOST_AT_ONCE));
    isRunning = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!isRunning) void runAll();
    });
}
