import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const removals = new Set<() => void>();

/** Removes on exit everything that {@link startProgram} and {@link makeFolder} have made, however this process ends. */
export function leaveNothingBehind(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => endNow(`Ended by ${signal}.`));
  process.once('uncaughtException', endNow);
}

function endNow(why: unknown): void {
  console.error(why);
  // The last listener: Puppeteer's has ended its browser by then, which writes into these folders.
  process.once('exit', () => {
    for (const remove of [...removals].reverse()) remove();
  });
  process.exit(1);
}

/** A resource with a function that removes it. */
export interface Removable<Thing> {
  readonly thing: Thing;
  remove(): void;
}

/** Starts a program in a process group of its own, so that its child processes end with it. */
export function startProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Removable<ChildProcess> {
  const child = spawn(command, args, { ...options, detached: true });
  // The user of the program notices that it has not started.
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

/** Makes an empty temporary folder. */
export function makeFolder(): Removable<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-engine-'));
  return removable(folder, () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // The browser wrote once more while it ended; the system empties its temporary folder itself.
    }
  });
}

function removable<Thing>(thing: Thing, end: () => void): Removable<Thing> {
  const remove = () => {
    removals.delete(remove);
    end();
  };
  removals.add(remove);
  return { thing, remove };
}
