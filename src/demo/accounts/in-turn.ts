/** Runs a task once every task before it has ended. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a queue in which one task runs at a time. */
export function makeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
