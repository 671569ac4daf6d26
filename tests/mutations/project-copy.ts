import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from './types.ts';

/** The root of this project. */
export const PROJECT = join(import.meta.dirname, '../..');

/** What a copy makes itself, or takes from here as it is. */
const NOT_COPIED = ['.git', 'dist', 'node_modules', 'test-results'];

/** A copy of the project in which code may be changed. */
export interface ProjectCopy {
  readonly root: string;
  /** Makes the changes and gives the function that takes them back. */
  change(edits: readonly Edit[]): () => void;
}

/** Copies the project into a folder for passing things, which is removed when this program ends. */
export function copyProject(): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), 'liner-notes-mutations-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  for (const name of readdirSync(PROJECT)) {
    if (NOT_COPIED.includes(name)) continue;
    cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    change(edits) {
      const before = new Map<string, string>();
      for (const { file, find, replace } of edits) {
        const path = join(root, file);
        const text = readFileSync(path, 'utf8');
        if (!before.has(path)) before.set(path, text);
        // A function, for in a text `$&` and its like would mean something.
        writeFileSync(
          path,
          text.replace(find, () => replace),
        );
      }
      return () => {
        for (const [path, text] of before) writeFileSync(path, text);
      };
    },
  };
}

/** Says which changes no longer fit the code: their text has to stand in it exactly once. */
export function misfits(edits: readonly Edit[]): readonly string[] {
  return edits.flatMap(({ file, find, replace }) => {
    const places = readFileSync(join(PROJECT, file), 'utf8').split(find).length - 1;
    if (find === replace) return [`${file}: the change changes nothing: ${find}`];
    return places === 1 ? [] : [`${file}: found ${places} times instead of once: ${find}`];
  });
}
