import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const removals = new Set<() => void>();

/** Lets nothing outlive this process that is {@link removable}, however it ends. */
export function leaveNothingBehind(): void {
  process.on('exit', () => {
    // What was made last may need what was made before.
    for (const remove of [...removals].reverse()) remove();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      console.error(`Ended by ${signal}.`);
      process.exit(1);
    });
}

/** A thing that is there until it is removed. */
export interface Removable<Thing> {
  readonly thing: Thing;
  remove(): void;
}

/** Starts a program in a process group of its own, so that all it starts ends with it. */
export function startProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Removable<ChildProcess> {
  const child = spawn(command, args, { ...options, detached: true });
  // A program that cannot be started is noticed by whoever waits for it.
  child.on('error', () => undefined);
  return removable(child, () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended before.
    }
  });
}

/** Makes an empty folder among those of the system that are not kept. */
export function makeFolder(): Removable<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-engine-'));
  return removable(folder, () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  );
}

/** Takes a thing for one to remove at the end, if that has not been done before. */
export function removable<Thing>(thing: Thing, end: () => void): Removable<Thing> {
  const remove = () => {
    removals.delete(remove);
    end();
  };
  removals.add(remove);
  return { thing, remove };
}
