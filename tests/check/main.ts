import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Scripts of package.json that need nothing of one another, the longest first. */
const SCRIPTS = ['check:build', 'check:types', 'check:style', 'check:unused'];

/** Runs the checks side by side, prints what a failed one said, and gives the exit code. */
export async function main(): Promise<number> {
  const passed = await Promise.all(SCRIPTS.map(passes));
  return passed.every(Boolean) ? 0 : 1;
}

async function passes(script: string): Promise<boolean> {
  const began = performance.now();
  // Vite, which reads this file, has set it, and would build for development under it.
  const { NODE_ENV: _, ...env } = process.env;
  // On Windows only a shell finds npm.
  const child = spawn('npm', ['run', '--silent', script], {
    env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${script} (${seconds} s)`);
  if (code !== 0) process.stdout.write(Buffer.concat(output));
  return code === 0;
}
