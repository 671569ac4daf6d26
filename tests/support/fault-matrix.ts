import type { FaultName } from '../../src/demo/faults.ts';

/** Every step in which the app or its page sends a request for a person. */
export const STEPS = [
  'authorize',
  'token',
  'refresh',
  'profile',
  'first page',
  'later page',
  'playlist',
  'items',
  'liked',
  'cover',
] as const;

/** One step that sends a request. */
export type MatrixStep = (typeof STEPS)[number];

/** How often a fault occurs: once, so that the next try succeeds, or until the test ends it. */
export const SPELLS = { once: 1, lasting: Number.POSITIVE_INFINITY } as const;

/** How long a fault lasts. */
export type Spell = keyof typeof SPELLS;

/** A cell of the matrix. */
export interface Cell {
  readonly step: MatrixStep;
  readonly fault: FaultName;
}
