import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const removals = new Set<() => void>();

/** Lets nothing outlive this process that {@link startProgram} and {@link makeFolder} have made, however it ends. */
export function leaveNothingBehind(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => endNow(`Ended by ${signal}.`));
  process.once('uncaughtException', endNow);
}

function endNow(why: unknown): void {
  console.error(why);
  // Last of all listeners: Puppeteer's has ended its browser by then, which writes into these folders.
  process.once('exit', () => {
    for (const remove of [...removals].reverse()) remove();
  });
  process.exit(1);
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
  return removable(folder, () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // A browser that is still ending has written once more; the system empties its folder itself.
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
