import type { Clock } from '../../../clock.ts';
import type { LoginEvent, LoginObserver, Observe } from '../../../session/events.ts';

/** How long events wait for the code that records them, in ms: the login and the first rows go first. */
const PATIENCE_MS = 1_000;

/** Longest time that a login waits for its beginning to be recorded, in ms. */
const BEGINNING_LIMIT_MS = 1_000;

/** Records events, redacted, one after the other. */
export interface Recorder {
  record(events: readonly LoginEvent[]): Promise<void>;
  /** Forgets what is known in this page, after a log-out. */
  forget(): void;
}

/** Makes the observer; the code that records loads when it is first needed, and never holds up a login for long. */
export function makeLoginObserver({
  clock,
  load,
}: {
  readonly clock: Clock;
  readonly load: () => Promise<Recorder>;
}): LoginObserver {
  let events: LoginEvent[] = [];
  let recorder: Recorder | undefined;
  let watcher: (() => void) | undefined;

  async function flush(): Promise<void> {
    recorder ??= await load();
    const taken = events;
    events = [];
    await recorder.record(taken);
  }
  /** What cannot be recorded waits for the next event, and nobody has to know. */
  const tryToFlush = () => flush().catch(() => undefined);

  const observe: Observe = async (event) => {
    events.push(event);
    if (event.kind === 'begun') await Promise.race([tryToFlush(), clock.sleep(BEGINNING_LIMIT_MS)]);
    else if (watcher) watcher();
    else if (events.length === 1) clock.sleep(PATIENCE_MS).then(tryToFlush);
  };

  return {
    observe,
    flush,
    watch(listener) {
      watcher = listener;
    },
    forget() {
      events = [];
      recorder?.forget();
    },
  };
}
