import { fold } from '../../library/fold.ts';
import type { LabGroup } from './lab-case.ts';

/** Gives the cases whose question or fault has every word of a query; groups without any are left out. */
export function findCases(groups: readonly LabGroup[], query: string): readonly LabGroup[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, cases }) => ({
      title,
      cases: cases.filter(({ title: question, fault }) => {
        const text = fold(`${question} ${fault}`);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ cases }) => cases.length > 0);
}
