import { useNavigate } from '@solidjs/router';
import { type Accessor, createSignal } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { useJobs } from '../../services/jobs.ts';
import { useServices } from '../../services/services.tsx';

/** The log-out, for all places that offer it. */
export interface LogOutControls {
  /** Stops the running jobs and logs out; a new document replaces this one afterwards. */
  readonly logOut: () => Promise<void>;
  /** Logs out, and has the next login offer the choice of the account at Spotify. */
  readonly useAnother: () => Promise<void>;
  /** Whether the last log-out did not remove the stored login. */
  readonly hasFailed: Accessor<boolean>;
}

/** Makes the log-out of the frame. */
export function createLogOut(): LogOutControls {
  const { session, settings, isVolatile, pageMemory } = useServices();
  const jobs = useJobs();
  const navigate = useNavigate();
  const [hasFailed, setFailed] = createSignal(false);

  async function logOut(): Promise<void> {
    // The next document says so.
    pageMemory.hasStoppedJobs = jobs.stopAll().length > 0;
    const isLeft = await session.logOut().then(
      () => true,
      () => false,
    );
    setFailed(!isLeft);
    // Otherwise a new document replaces this one after the log-out.
    if (!isLeft || isVolatile) navigate(BASE_PATH, { resolve: false });
  }

  return {
    logOut,
    async useAnother() {
      // If the setting cannot be stored, the person can still switch accounts at Spotify.
      await settings.writeAccountChoice(true).catch(() => undefined);
      await logOut();
    },
    hasFailed,
  };
}
