import { type Accessor, createRoot, createSignal } from 'solid-js';
import { type Services, useServices } from './services.tsx';

/** Work that goes on while its person moves from page to page, and can be stopped and resumed. */
export interface Job {
  readonly title: string;
  /** How many of its steps are done. */
  readonly count: Accessor<{ readonly done: number; readonly total: number }>;
  /** Stops; what has been done is stored where the browser can. */
  readonly stop: () => void;
  /** Continues where it stopped; does nothing while it runs. */
  readonly resume: () => void;
}

/** The jobs of one world; a room registers its own, and the shell knows only the interface. */
export interface Jobs {
  readonly all: Accessor<readonly Job[]>;
  /** Gives the job that `make` makes, which happens once; it lives as long as the services. */
  readonly open: <T extends Job>(make: (services: Services) => T) => T;
}

/** Gives the jobs of these services. */
export function useJobs(): Jobs {
  const services = useServices();
  services.late.jobs ??= makeJobs(services);
  return services.late.jobs;
}

function makeJobs(services: Services): Jobs {
  const [made, setMade] = createSignal<ReadonlyMap<unknown, Job>>(new Map());
  return {
    all: () => [...made().values()],
    open<T extends Job>(make: (services: Services) => T): T {
      // Each function makes one type of job.
      const known = made().get(make) as T | undefined;
      if (known) return known;
      const job = createRoot(() => make(services));
      setMade((before) => new Map(before).set(make, job));
      return job;
    },
  };
}
