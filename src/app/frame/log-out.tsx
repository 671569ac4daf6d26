import { useNavigate } from '@solidjs/router';
import { type Accessor, createSignal, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { useJobs } from '../../services/jobs.ts';
import { useServices } from '../../services/services.tsx';
import { hasStoredChanges } from '../../storage/inventory.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

// Late, because only a log-out with stored changes draws it. Where the code does not load, the log-out goes on.
const ChangesAtLogOut = lazyPart(
  async () => ({ default: (await import('./changes-at-log-out.tsx')).ChangesAtLogOut }),
  (props: AskedLogOut) => {
    queueMicrotask(props.goOn);
    return undefined;
  },
);

/** Time within which the browser has to tell whether changes are recorded, in ms; then the log-out goes on. */
const LOOK_LIMIT_MS = 1_000;

/** The log-out, for all places that offer it. */
export interface LogOutControls {
  /**
   * Stops the running jobs and logs out; a new document replaces this one afterwards. Where changes are recorded,
   * `asked` is set instead.
   */
  readonly logOut: () => Promise<void>;
  /** Logs out in the same way, and has the next login offer the choice of the account at Spotify. */
  readonly useAnother: () => Promise<void>;
  /** Finds out whether changes are recorded, so that the next log-out need not. */
  readonly look: () => Promise<void>;
  /** The log-out that waits for an answer, because recorded changes end with it. */
  readonly asked: Accessor<AskedLogOut | undefined>;
  /** Whether the last log-out did not remove the stored login. */
  readonly hasFailed: Accessor<boolean>;
}

/** A log-out that waits for an answer. */
export interface AskedLogOut {
  readonly goOn: () => void;
  readonly cancel: () => void;
}

/** Makes the log-out of the frame. */
export function createLogOut(): LogOutControls {
  const { session, settings, isVolatile, pageMemory, database, clock } = useServices();
  const jobs = useJobs();
  const navigate = useNavigate();
  const [hasFailed, setFailed] = createSignal(false);
  const [asked, setAsked] = createSignal<AskedLogOut>();
  /** Whether changes are stored; `undefined` before the first look. */
  let isRecorded: boolean | undefined;

  async function look(): Promise<void> {
    // A browser whose storage fails or hangs must not keep anybody from logging out.
    const limit = new AbortController();
    const late = clock.sleep(LOOK_LIMIT_MS, limit.signal).then(() => false);
    isRecorded = await Promise.race([hasStoredChanges(database), late]).catch(() => false);
    limit.abort();
    late.catch(() => undefined);
  }

  /** Logs out at once, or asks before where changes are recorded in this tab or this browser. */
  async function ask(leave: () => Promise<void>): Promise<void> {
    const isOpened = jobs.all().some(({ href }) => href() === 'changes');
    if (!isOpened && isRecorded === undefined) await look();
    if (!isOpened && !isRecorded) return leave();
    setAsked({
      goOn() {
        setAsked(undefined);
        void leave();
      },
      cancel: () => setAsked(undefined),
    });
  }

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
    logOut: () => ask(logOut),
    useAnother: () =>
      ask(async () => {
        // If the setting cannot be stored, the person can still switch accounts at Spotify.
        await settings.writeAccountChoice(true).catch(() => undefined);
        await logOut();
      }),
    look,
    asked,
    hasFailed,
  };
}

/** Shows what ends with a log-out, while one waits for an answer. */
export function LogOutQuestion(props: { readonly leaving: LogOutControls }): JSX.Element {
  return (
    <Show when={props.leaving.asked()}>
      {(asked) => <ChangesAtLogOut goOn={asked().goOn} cancel={asked().cancel} />}
    </Show>
  );
}
