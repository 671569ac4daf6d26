import type { SimulationOptions } from '../../demo/simulate.ts';
import type { Sandbox } from './sandbox.ts';

/** One "What if …" question, run against the app itself. */
export interface LabCase {
  readonly id: string;
  readonly title: string;
  /** The fault, in one sentence. */
  readonly fault: string;
  readonly spotify?: Omit<SimulationOptions, 'clock'>;
  /** The redirect URI of the app, where it differs from the registered one. */
  readonly redirectUri?: string;
  readonly run: (sandbox: Sandbox) => Promise<void>;
  /** The claimed behaviour of the app, in one sentence; displayed only where the claim holds. */
  readonly ends: string;
  readonly claim: Partial<End>;
  /** The reason, in two sentences. */
  readonly why: string;
  /** The specification or document that defines the behaviour. */
  readonly source: string;
}

/** A group of related cases. */
export interface LabGroup {
  readonly title: string;
  readonly cases: readonly LabCase[];
}

/** Measured end of an experiment. */
export interface End {
  /** Names of the error classes that reached the page, in order. */
  readonly errors: readonly string[];
  readonly tokenRequests: number;
  readonly refreshRequests: number;
  readonly listRequests: number;
  readonly profileRequests: number;
  /** Waits before requests were sent again, in s. */
  readonly waits: readonly number[];
  /** Rows in the table at the end, and the sum of their numbers of songs. */
  readonly rows: number;
  readonly songs: number;
  /** Requests that change playlists or what is saved. */
  readonly writeRequests: number;
  /** How the last change stands, and what it did to its playlist. */
  readonly change: 'none' | 'stopped' | 'complete' | 'in part' | 'refused';
  readonly songsAdded: number;
  readonly songsTwice: number;
  /** Number of sentences in which the app names what is not as asked for. */
  readonly remarks: number;
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
  writeRequests: 'Requests that change something',
  change: 'The change',
  songsAdded: 'Songs added',
  songsTwice: 'Songs added twice',
  remarks: 'Remarks',
  login: 'Stored login',
  refreshToken: 'Stored refresh token',
};

/** One fact of an end as text, and whether it matches the claim. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The claimed value. */
  readonly claimed: string;
}

/** Compares a claim with an end, fact by fact, as text. */
export function factsOf(claim: Partial<End>, end: End): readonly Fact[] {
  // `Object.keys` widens to string; the labels have the keys of the interface alone.
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
