import type { Proof, TestEnd } from './types.ts';

/** What takes its value when the tests are collected: `%s` and its like, `$name`, and `${…}`. */
const PLACEHOLDER = /%[sdifjo]|\$\{[^}]*\}|\$\w+/g;

/** Makes a pattern, to be compiled without flags, of a title as it is written in a test file. */
export function patternOf(title: string): string {
  return title.split(PLACEHOLDER).map(escaped).join('.*');
}

/** The ends that belong to a proof: those of its title, and of its case where it names one. */
export function endsOf(proof: Proof, ends: readonly TestEnd[]): readonly TestEnd[] {
  const title = new RegExp(`^${patternOf(proof.title)}$`, 's');
  // `c1` must not be taken for `c10`.
  const isCase = new RegExp(`(?<!\\w)${escaped(proof.case ?? '')}(?!\\w)`);
  return ends.filter(
    (end) => title.test(end.title) && (proof.case === undefined || isCase.test(end.title)),
  );
}

/** Whether a test file holds a title, and a case, as the text of a string. */
export function isWrittenIn(source: string, { title, case: name = title }: Proof): boolean {
  const isIn = (text: string) =>
    ["'", '"', '`'].some((mark) => source.includes(mark + text + mark));
  return isIn(title) && (isIn(name) || source.includes(`${name}: `));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
