import type { FaultName } from '../../src/demo/faults.ts';

/** Every step in which this app or its page goes to the network for a person. */
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

/** One step of the way to the network. */
export type MatrixStep = (typeof STEPS)[number];

/** How a fault meets a step: once, so that the next try works, or until somebody mends it. */
export const SPELLS = { once: 1, lasting: Number.POSITIVE_INFINITY } as const;

/** For how long a fault lasts. */
export type Spell = keyof typeof SPELLS;

/** A cell of the matrix. */
export interface Cell {
  readonly step: MatrixStep;
  readonly fault: FaultName;
}
