import { type Accessor, createMemo, createRoot, createSignal } from 'solid-js';
import type { Clock } from '../clock.ts';
import { type Services, useServices } from './services.tsx';

/** State of a job: `stopped` by the person or by a reload, `failed` with an error; both can be resumed. */
export type JobState = 'idle' | 'running' | 'stopped' | 'failed' | 'done';

/** Number of completed steps, and of all steps. */
export interface JobCount {
  readonly done: number;
  readonly total: number;
}

/** Work that continues across the app's pages, and can be stopped and resumed. */
export interface Job {
  /** Name of the work, such as "Back up". */
  readonly title: Accessor<string>;
  readonly state: Accessor<JobState>;
  readonly count: Accessor<JobCount>;
  /** Progress, or the reason of a stop, or the result, in words. */
  readonly text: Accessor<string>;
  /** Estimated time until the end, in ms; `undefined` while unknown. */
  readonly timeLeft: Accessor<number | undefined>;
  /** Path of the page that shows the job, below the base path. */
  readonly href: Accessor<string>;
  /** Whether a part of the page shows the job, so that its end needs no toast. */
  readonly isOnScreen: Accessor<boolean>;
  /** Stops the job; its progress is stored where the browser allows it. */
  readonly stop: () => void;
  /** Resumes the job where it stopped; does nothing while it runs. */
  readonly resume: () => void;
  /** Label of the button that resumes it; "Resume" where absent. */
  readonly resumeLabel?: Accessor<string>;
  /** Forgets what the job keeps in memory, after a person has removed its records. */
  readonly forget?: () => void;
}

/** The jobs of one set of services; a feature opens its job, and the shell uses only the interface. */
export interface Jobs {
  readonly all: Accessor<readonly Job[]>;
  /** The jobs that run now. */
  readonly running: Accessor<readonly Job[]>;
  /** Returns the job of `make`, which is called once; the job lasts as long as the services. */
  readonly open: <T extends Job>(make: (services: Services) => T) => T;
  /** Stops all running jobs, as before a log-out, and returns them. */
  readonly stopAll: () => readonly Job[];
}

/** Returns the jobs of these services. */
export function useJobs(): Jobs {
  const services = useServices();
  services.late.jobs ??= createRoot(() => makeJobs(services));
  return services.late.jobs;
}

function makeJobs(services: Services): Jobs {
  const [made, setMade] = createSignal<ReadonlyMap<unknown, Job>>(new Map());
  const all = createMemo(() => [...made().values()]);
  const running = createMemo(() => all().filter(({ state }) => state() === 'running'));
  return {
    all,
    running,
    open<T extends Job>(make: (services: Services) => T): T {
      // Each function makes one type of job.
      const known = made().get(make) as T | undefined;
      if (known) return known;
      const job = createRoot(() => make(services));
      setMade((before) => new Map(before).set(make, job));
      return job;
    },
    stopAll() {
      const stopped = running();
      for (const job of stopped) job.stop();
      return stopped;
    },
  };
}

/** Period whose speed counts for an estimate, in ms. */
const WINDOW_MS = 30_000;

/** Shortest period that allows an estimate, in ms. */
const SHORTEST_MS = 2_000;

/** Number of steps that were done at one time. */
interface Sample {
  /** In ms since the epoch. */
  readonly at: number;
  readonly done: number;
}

/** Estimates the time until the end of a job in ms, from its speed over the last half a minute. */
export function createTimeLeft(
  clock: Clock,
  { state, count }: Pick<Job, 'state' | 'count'>,
): Accessor<number | undefined> {
  const samples = createMemo<readonly Sample[]>((before) => {
    if (state() !== 'running') return [];
    const now = { at: clock.now(), done: count().done };
    // What was done before, and is found in a cache, comes at once and says nothing about the rest.
    return [...before.filter(({ at }) => now.at - at <= WINDOW_MS), now];
  }, []);
  return createMemo(() => {
    const first = samples()[0];
    const last = samples().at(-1);
    if (!first || !last) return undefined;
    const [time, steps] = [last.at - first.at, last.done - first.done];
    if (time < SHORTEST_MS || steps <= 0) return undefined;
    return (Math.max(0, count().total - last.done) * time) / steps;
  });
}
