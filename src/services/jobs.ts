import { type Accessor, createRoot, createSignal } from 'solid-js';
import { type Services, useServices } from './services.tsx';

/** Work that continues across the app's pages, and can be stopped and resumed. */
export interface Job {
  readonly title: string;
  /** Number of completed steps, and of all steps. */
  readonly count: Accessor<{ readonly done: number; readonly total: number }>;
  /** Stops the job; its progress is stored where the browser allows it. */
  readonly stop: () => void;
  /** Resumes the job where it stopped; does nothing while it runs. */
  readonly resume: () => void;
}

/** The jobs of one set of services; a feature opens its job, and the shell uses only the interface. */
export interface Jobs {
  readonly all: Accessor<readonly Job[]>;
  /** Returns the job of `make`, which is called once; the job lasts as long as the services. */
  readonly open: <T extends Job>(make: (services: Services) => T) => T;
}

/** Returns the jobs of these services. */
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
