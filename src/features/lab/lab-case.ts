import type { SimulationOptions } from '../../demo/simulate.ts';
import type { Sandbox } from './sandbox.ts';

/** One "What if …" question, put to the app as it is. */
export interface LabCase {
  readonly id: string;
  readonly title: string;
  /** What is done to the app, in one sentence. */
  readonly fault: string;
  readonly spotify?: Omit<SimulationOptions, 'clock'>;
  /** The redirect URI that the app names, where it is not the registered one. */
  readonly redirectUri?: string;
  readonly run: (sandbox: Sandbox) => Promise<void>;
  /** What the app does, in one sentence that is only shown where the claim holds. */
  readonly ends: string;
  readonly claim: Partial<End>;
  /** Why it does that, in two sentences. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
}

/** Cases that belong together. */
export interface LabGroup {
  readonly title: string;
  readonly cases: readonly LabCase[];
}

/** How an experiment ended, as counted and read off afterwards. */
export interface End {
  /** Names of the error classes that reached the page, in order. */
  readonly errors: readonly string[];
  readonly tokenRequests: number;
  readonly refreshRequests: number;
  readonly listRequests: number;
  readonly profileRequests: number;
  /** How long requests waited before they were sent again, in s. */
  readonly waits: readonly number[];
  /** Rows in the table at the end, and the number of songs that they name together. */
  readonly rows: number;
  readonly songs: number;
  readonly login: 'none' | 'kept' | 'ended';
  readonly refreshToken: 'none' | 'the first one' | 'a new one';
}

const LABELS: Readonly<Record<keyof End, string>> = {
  errors: 'Errors',
  tokenRequests: 'Token requests',
  refreshRequests: 'Refreshes',
  listRequests: 'Requests for the list',
  profileRequests: 'Requests for the profile',
  waits: 'Waited',
  rows: 'Rows in the table',
  songs: 'Songs they name',
  login: 'Stored login',
  refreshToken: 'Stored refresh token',
};

/** One fact about an end, in words, and whether it is as claimed. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The value that was claimed. */
  readonly claimed: string;
}

/** Puts what was claimed of an end, and what came, into words, fact by fact. */
export function factsOf(claim: Partial<End>, end: End): readonly Fact[] {
  // The keys are those of the interface: nothing else stands among the labels.
  const keys = Object.keys(LABELS) as (keyof End)[];
  return keys.flatMap((key) => {
    const claimed = claim[key];
    if (claimed === undefined) return [];
    return { label: LABELS[key], value: worded(key, end[key]), claimed: worded(key, claimed) };
  });
}

function worded(key: keyof End, value: End[keyof End]): string {
  if (typeof value === 'number') return new Intl.NumberFormat('en').format(value);
  if (typeof value === 'string') return value;
  if (value.length === 0) return 'none';
  return value.map((entry) => (key === 'waits' ? `${entry} s` : entry)).join(', ');
}
