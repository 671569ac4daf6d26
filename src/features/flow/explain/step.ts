import type { Shown, TokenExchange } from '../record/flow.ts';
import type { StepKind, StepText } from './step-texts.ts';

/** How far a step has come; `ahead` too where nobody has watched it. */
export type StepState = 'ahead' | 'waiting' | 'done' | 'failed';

/** One line of a message: a field and what it means. */
export interface Line {
  readonly name: string;
  readonly value: Shown;
  readonly meaning: string;
  readonly section: string;
  /** How a check went; for fields, nothing. */
  readonly isGood?: boolean;
}

/** Something that was sent, or what was made of it. */
export interface Message {
  readonly title: string;
  /** Such as the method and the address. */
  readonly head?: string;
  readonly lines: readonly Line[];
  readonly note?: string;
}

/** What is known of a step. */
export interface Known {
  readonly state: StepState;
  /** When it happened, in ms since the epoch. */
  readonly at?: number;
  readonly outcome?: string;
  readonly messages?: readonly Message[];
  /** The token request that can be copied for the command line. */
  readonly exchange?: TokenExchange;
}

/** One step of the flow, in words and, where it has happened, in values. */
export interface Step extends StepText, Known {
  readonly id: string;
  readonly kind: StepKind;
  readonly number: number;
}
