import { parseArgs } from 'node:util';
import { startLoopbackServer } from '../support/loopback-server.ts';
import { IMAGE_HOSTS } from '../support/simulated-spotify.ts';
import { CHANGES_CHECKS } from './checks/changes.ts';
import { DEMO_CHECKS } from './checks/demo.ts';
import { EXPORT_CHECKS } from './checks/exports.ts';
import { LAB_CHECKS } from './checks/lab.ts';
import { LEAVING_CHECKS } from './checks/leaving.ts';
import { LOGIN_CHECKS } from './checks/login.ts';
import { POLICY_CHECKS } from './checks/policy.ts';
import { TABLE_CHECKS } from './checks/table.ts';
import { TABS_CHECKS } from './checks/tabs.ts';
import { WORKBENCH_CHECKS } from './checks/workbench.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { leaveNothingBehind } from './leftovers.ts';
import { startProxy } from './proxy.ts';
import { webkit } from './webkit.ts';
import { runInWorld } from './world.ts';

const ENGINES: readonly Engine[] = [firefox, webkit];
const CHECKS = [
  ...DEMO_CHECKS,
  ...LOGIN_CHECKS,
  ...TABS_CHECKS,
  ...TABLE_CHECKS,
  ...EXPORT_CHECKS,
  ...CHANGES_CHECKS,
  ...LAB_CHECKS,
  ...WORKBENCH_CHECKS,
  ...POLICY_CHECKS,
  ...LEAVING_CHECKS,
];

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs the checks in every installed engine, or in the named ones, and returns the exit code: 1 where a check fails,
 * or where an engine is missing that REQUIRE_ENGINES requires.
 */
export async function main(commandLine: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...commandLine],
    options: { grep: { type: 'string', short: 'g', default: '' } },
    allowPositionals: true,
  });
  leaveNothingBehind();
  const wanted = ENGINES.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const tallies = await Promise.all(
    wanted.map((engine) => runEngine(engine, new RegExp(values.grep))),
  );
  const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

async function runEngine(engine: Engine, names: RegExp): Promise<Tally> {
  if (!engine.isInstalled()) {
    const isRequired = process.env['REQUIRE_ENGINES'] === '1';
    console.log(
      `${engine.name}: ${isRequired ? '✗ ' : ''}not tried, since it is not installed here`,
    );
    return { passed: 0, failed: isRequired ? 1 : 0 };
  }
  const server = await startLoopbackServer(IMAGE_HOSTS);
  const proxy = await startProxy(server.port);
  const tally = { passed: 0, failed: 0 };
  try {
    const browser = await engine.start(proxy.port);
    try {
      for (const check of CHECKS.filter(({ name }) => names.test(name))) {
        const began = performance.now();
        try {
          await runInWorld(check, browser, server);
          tally.passed += 1;
          const seconds = (performance.now() - began) / 1000;
          console.log(`${browser.name}: ✓ ${check.name} (${seconds.toFixed(1)} s)`);
        } catch (error) {
          tally.failed += 1;
          console.log(`${browser.name}: ✗ ${check.name}: ${messageOf(error)}`);
        }
      }
    } finally {
      await browser.close();
    }
  } catch (error) {
    tally.failed += 1;
    console.log(`${engine.name}: ✗ the browser: ${messageOf(error)}`);
  } finally {
    await proxy.close();
    await server.close();
  }
  return tally;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
