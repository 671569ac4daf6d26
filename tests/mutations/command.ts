import { spawn } from 'node:child_process';

/** How a command ended. */
export interface CommandEnd {
  /** Whether it was stopped because it took too long. */
  readonly isLate: boolean;
  readonly code: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}

/** Runs a program of Node and waits for its end, with everything it starts, for so many ms at most. */
export function runNode(
  cwd: string,
  args: readonly string[],
  limitMs: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    // Whoever reads TypeScript for this program has set it, and what is run here chooses for itself.
    const { NODE_ENV: _, ...inherited } = process.env;
    // A group of its own, so that servers and browsers end with it.
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...inherited, ...environment },
      detached: true,
    });
    let isLate = false;
    const stop = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      isLate = true;
      stop();
    }, limitMs);
    process.once('exit', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', stop);
      stop();
      resolve({ isLate, code, output });
    });
  });
}
