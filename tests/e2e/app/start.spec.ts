import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PROJECT } from '../../support/build-site.ts';

const VITE = join(PROJECT, 'node_modules/vite/bin/vite.js');
const PORT = 8888;

/** Another server on the app's port, unless the app itself runs there. */
let stranger: Server;

test.beforeEach(async () => {
  stranger = createServer();
  stranger.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    stranger.once('error', () => resolve());
    stranger.listen(PORT, '127.0.0.1', resolve);
  });
});

test.afterEach(() => {
  stranger.close();
});

for (const command of ['preview', 'dev'] as const) {
  test(`[row 8] "vite ${command}" with the port taken stops with one clear sentence`, async () => {
    const child = spawn(process.execPath, [VITE, ...(command === 'dev' ? [] : [command])], {
      cwd: PROJECT,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    const [exitCode] = await once(child, 'close');
    expect(exitCode).toBeGreaterThan(0);
    expect(said).toMatch(/^Port 8888 on 127\.0\.0\.1 is taken, .* start again\.\n$/);
    expect(said).not.toMatch(/\bat .*:\d+:\d+|Error:|node_modules/);
  });
}
