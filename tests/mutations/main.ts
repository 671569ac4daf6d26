import { parseArgs } from 'node:util';
import { runNode } from './command.ts';
import { MUTATIONS } from './mutations.ts';
import { copyProject, misfits, PROJECT, type ProjectCopy } from './project-copy.ts';
import { BrokenRunError, needsBrowser, runTests } from './run-tests.ts';
import { endsOf } from './test-titles.ts';
import type { Mutation, Proof, TestEnd } from './types.ts';

const USAGE = `npm run mutate -- [--unit | --browser] [--shard 1/4] [id …]
Puts each mutation into a copy of the project, and passes where every test that is named for it
passes without the mutation and fails by an assertion under it.`;

const BROWSER_LIMIT_MS = 600_000;

/** Applies the chosen mutations one at a time and prints what became of each; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const chosen = chosenBy(args);
  if (!chosen) {
    process.stdout.write(`${USAGE}\n`);
    return 2;
  }
  const unfit = chosen.flatMap(({ id, edits }) =>
    misfits(edits).map((what) => `${id}: the mutation no longer fits the code: ${what}`),
  );
  if (unfit.length > 0) {
    process.stdout.write(`${unfit.join('\n')}\n`);
    return 1;
  }
  const copy = copyProject();
  const failing = await failingUnchanged(copy, chosen);
  let survivors = 0;
  for (const mutation of chosen) {
    const isProof = !mutation.fails.some((proof) => failing.has(proof));
    const faults = isProof ? await faultsUnder(copy, mutation) : ['a test fails without it too'];
    if (faults.length > 0) survivors += 1;
    const words = [faults.length > 0 ? 'SURVIVED' : 'noticed ', mutation.id.padEnd(34)];
    process.stdout.write(`${words.join('  ')}  ${mutation.fault}\n`);
    for (const fault of faults) process.stdout.write(`            ${fault}\n`);
  }
  const noticed = chosen.length - survivors;
  process.stdout.write(`\n${noticed} of ${chosen.length} mutations noticed, ${survivors} not\n`);
  return survivors === 0 ? 0 : 1;
}

/** The mutations that the arguments name, or `undefined` where they cannot be understood. */
function chosenBy(args: readonly string[]): readonly Mutation[] | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      unit: { type: 'boolean' },
      browser: { type: 'boolean' },
      shard: { type: 'string', default: '1/1' },
    },
  });
  const [part, parts] = values.shard.split('/').map(Number);
  if (!part || !parts || part > parts) return undefined;
  if (positionals.some((id) => MUTATIONS.every((mutation) => mutation.id !== id))) return undefined;
  return MUTATIONS.filter(({ id, fails }) => {
    if (positionals.length > 0) return positionals.includes(id);
    const isOfBrowser = fails.some(needsBrowser);
    return !(values.unit && isOfBrowser) && !(values.browser && !isOfBrowser);
  }).filter((_, index) => index % parts === part - 1);
}

/** What is true of unit tests and of browser tests alike, for they are run by different programs. */
function inTwo(proofs: readonly Proof[]): readonly (readonly Proof[])[] {
  const parts = [proofs.filter((proof) => !needsBrowser(proof)), proofs.filter(needsBrowser)];
  return parts.filter((part) => part.length > 0);
}

/** A test that fails anyway, also on a second try, would prove nothing. */
async function failingUnchanged(copy: ProjectCopy, chosen: readonly Mutation[]) {
  const proofs = chosen.flatMap(({ fails }) => fails);
  if (proofs.some(needsBrowser)) {
    const args = ['tests/run.mjs', 'browsers'];
    const { code, output } = await runNode(PROJECT, args, BROWSER_LIMIT_MS);
    if (code !== 0) throw new BrokenRunError(output);
  }
  let failing: readonly Proof[] = proofs;
  let faults: readonly string[] = [];
  for (let tries = 0; tries < 2 && failing.length > 0; tries += 1) {
    const ends: TestEnd[][] = [];
    for (const part of inTwo(failing)) ends.push([...(await runTests(copy.root, part))]);
    const told = failing.map((proof) => complaints(proof, ends.flat(), 'passed'));
    failing = failing.filter((_, place) => told[place]?.length !== 0);
    faults = told.flat();
  }
  for (const fault of new Set(faults)) process.stdout.write(`WITHOUT A MUTATION  ${fault}\n`);
  return new Set(failing);
}

async function faultsUnder(copy: ProjectCopy, { edits, fails }: Mutation): Promise<string[]> {
  const takeBack = copy.change(edits);
  try {
    const faults: string[] = [];
    for (const part of inTwo(fails)) {
      const ends = await runTests(copy.root, part);
      faults.push(...part.flatMap((proof) => complaints(proof, ends, 'assertion')));
    }
    return faults;
  } catch (error) {
    if (error instanceof BrokenRunError) return [`the tests did not run: ${error.message}`];
    throw error;
  } finally {
    takeBack();
  }
}

/** Says in what way a test did not end as it has to. */
function complaints(proof: Proof, ends: readonly TestEnd[], wanted: 'passed' | 'assertion') {
  const own = endsOf(proof, ends);
  const name = `${proof.test}: ${proof.title}${proof.case ? ` (${proof.case})` : ''}`;
  if (own.length === 0) return [`${name}: no such test was run`];
  const bad = own.filter(({ end }) => end === 'other' || (wanted === 'passed' && end !== wanted));
  if (bad.length > 0) {
    return bad.map(({ end, message }) => {
      const how =
        end === 'other' && wanted === 'assertion' ? 'failed, but by no assertion' : 'failed';
      return `${name}: ${how}: ${message.slice(0, 150)}`;
    });
  }
  if (own.some(({ end }) => end === wanted)) return [];
  return [`${name}: passed all the same`];
}
