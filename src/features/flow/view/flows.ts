import { type Accessor, createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import { type Services, useLogin } from '../../../services/services.tsx';
import type { Flow } from '../record/flow.ts';
import { openFlowRecords } from '../record/flow-records.ts';

/** How long another tab may take to record what it has just done, in ms. */
const OTHER_TAB_MS = 2_000;

/** The flows there are: of the login of this browser, and of an attempt that has led to none. */
export interface Flows {
  readonly login: Flow | undefined;
  readonly attempt: Flow | undefined;
}

const NONE: Flows = { login: undefined, attempt: undefined };

/** Follows how the login came about, as it happens; `undefined` until what is stored has been read. */
export function createFlows(services: Services): Accessor<Flows | undefined> {
  const { loginObserver, session, clock } = services;
  const records = openFlowRecords(services);
  const [flows, setFlows] = createSignal<Flows>();
  const gone = new AbortController();

  async function read(): Promise<void> {
    const stored = await records.readLogin();
    const attempt = records.readAttempt();
    const state = session.state();
    const record = state.kind === 'signed-in' ? state.record : undefined;
    const login = record && stored?.loginId === record.loginId ? stored : undefined;
    // A page that was left at once has told of the beginning alone.
    const isItsBeginning =
      record && attempt?.request && !attempt.failure && attempt.request.at <= record.authorizedAt;
    if (!login && isItsBeginning)
      setFlows({ login: { ...attempt, loginId: record.loginId }, attempt: undefined });
    else setFlows({ login, attempt });
  }
  // What cannot be read is not shown; the page explains without values then.
  const doWithout = () => void setFlows((known) => known ?? NONE);
  const readAgain = () => void read().catch(doWithout);
  const record = () => loginObserver.flush().then(readAgain, readAgain);

  onMount(record);
  loginObserver.watch(record);
  onCleanup(() => {
    loginObserver.watch(undefined);
    gone.abort();
  });
  onCleanup(records.subscribe(readAgain));
  const login = useLogin();
  createEffect(() => {
    login();
    readAgain();
    clock.sleep(OTHER_TAB_MS, gone.signal).then(readAgain, () => undefined);
  });
  return flows;
}
