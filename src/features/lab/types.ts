import type { Simulation, SimulationOptions } from '../../demo/simulate.ts';
import type { Session } from '../../session/session.ts';
import type { End } from './end.ts';
import type { Journal } from './journal.ts';

/** What makes a simulated Spotify for an experiment; handed in by the demo. */
export type Simulate = (options: SimulationOptions) => Simulation;

/** A browser with the app in it, and a Spotify, for one experiment: nothing of it is the demo's. */
export interface Sandbox {
  readonly spotify: Simulation;
  /** The app in its first tab. */
  readonly session: Session;
  /** Opens the app in one more tab of the same browser. */
  openTab(): Promise<Session>;
  /** Opens the app in a browser of somebody else. */
  openOtherBrowser(): Session;
  /** Begins a login and gives what comes back in the address; `undefined` where Spotify keeps the person. */
  askSpotify(from?: Session, answer?: 'agree' | 'decline'): Promise<URLSearchParams | undefined>;
  /** Opens the app's callback page with this response in the address. */
  openCallback(response: URLSearchParams): Promise<void>;
  /** Logs in, with nothing in the way. */
  logIn(): Promise<void>;
  /** Lets so many ms pass while nothing happens. */
  skip(ms: number): void;
  /** Opens the table of playlists and waits until it is full, or has stopped. */
  loadTable(onFirstRows?: () => void): Promise<void>;
  /** Presses "Resume", which forgets known limits, and waits in the same way. */
  resumeTable(): Promise<void>;
  /** Goes on without a click, as when the network comes back, and waits in the same way. */
  goOnByItself(): Promise<void>;
  /** Presses "Refresh" and waits in the same way. */
  refreshTable(): Promise<void>;
  /** Lets a tab ask for the profile. */
  askProfile(from?: Session): Promise<void>;
  readonly journal: Journal;
}

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
