import type { Result } from 'lighthouse';
import { median } from '../bench/statistics.ts';

const TARGET = 100;

const METRICS = {
  'first-contentful-paint': 'first paint s',
  'largest-contentful-paint': 'largest paint s',
  'speed-index': 'speed index s',
  'total-blocking-time': 'blocked ms',
  'cumulative-layout-shift': 'layout shift',
};

/** A page with all its runs. */
export interface JudgedRuns {
  readonly name: string;
  readonly results: readonly Result[];
}

/** Prints what costs points and one table of scores; gives whether all are 100. */
export function printScores(pages: readonly JudgedRuns[]): boolean {
  for (const page of pages) {
    const lines = failedAudits(page);
    if (lines.length > 0) console.log([`\n${page.name}, what did not pass:`, ...lines].join('\n'));
  }
  const rows = pages.map(({ name, results }) => [name, cellsOf(results)] as const);
  const runs = pages[0]?.results.length;
  const version = pages[0]?.results[0]?.lighthouseVersion;
  console.log(
    `\nLighthouse ${version}, a phone on slow 4G; performance: the median of ${runs}, the others: the worst; target ${TARGET}:`,
  );
  console.table(Object.fromEntries(rows));
  return rows.every(([, cells]) => cells.holds);
}

function cellsOf(results: readonly Result[]) {
  const performance = median(results.map((result) => scoreOf(result, 'performance')));
  const worst = (category: string) =>
    Math.min(...results.map((result) => scoreOf(result, category)));
  const scores = {
    performance,
    accessibility: worst('accessibility'),
    'best practices': worst('best-practices'),
  };
  const metrics = Object.entries(METRICS).map(([audit, label]) => {
    const value = median(results.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
    return [label, shown(value, label)] as const;
  });
  return {
    ...scores,
    ...Object.fromEntries(metrics),
    holds: Object.values(scores).every((score) => score === TARGET),
  };
}

/** The score of a category, 0 to 100. */
function scoreOf({ categories }: Result, name: string): number {
  return Math.round((categories[name]?.score ?? Number.NaN) * 100);
}

function shown(value: number, label: string): string {
  if (label.endsWith(' s')) return (value / 1000).toFixed(2);
  return label.endsWith(' ms') ? value.toFixed(0) : value.toFixed(3);
}

/** One line for each audit that was below full marks in any run, what weighs in a score first. */
function failedAudits({ results }: JudgedRuns): readonly string[] {
  const [first] = results;
  if (!first) return [];
  const refs = Object.values(first.categories).flatMap(({ title, auditRefs }) =>
    auditRefs.map(({ id, weight }) => ({ id, weight, title })),
  );
  return refs
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ id, weight, title }) => {
      const worst = results.map(({ audits }) => audits[id]).reduce(lower);
      if (worst?.score === null || worst?.score === undefined || worst.score >= 1) return [];
      const { score, displayValue } = worst;
      const text = [id, displayValue].filter(Boolean).join(', ');
      return [`  ${title}, weight ${weight}: ${text} (${Math.round(score * 100)})`];
    });
}

type Audit = Result['audits'][string] | undefined;

function lower(one: Audit, other: Audit): Audit {
  return (other?.score ?? 1) < (one?.score ?? 1) ? other : one;
}
