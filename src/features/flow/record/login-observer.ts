import type { Clock } from '../../../clock.ts';
import type { LoginEvent, LoginObserver, Observe } from '../../../session/events.ts';

/** Delay before the code of the recorder loads, in ms: the login and the first rows have priority. */
const PATIENCE_MS = 1_000;

/** Maximum delay of a login by the record of its beginning, in ms. */
const BEGINNING_LIMIT_MS = 1_000;

/** Stores redacted events, one after the other. */
export interface Recorder {
  record(events: readonly LoginEvent[]): Promise<void>;
  /** Deletes the flows in the memory of this page, after a log-out. */
  forget(): void;
}

/** Makes the observer of logins; the recorder's code loads on first use and delays a login by a limited time. */
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
  /** An event that cannot be recorded waits for the next event; the failure concerns no other part of the page. */
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
