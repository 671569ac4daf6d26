import { type Accessor, createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import { type Services, useLogin } from '../../../services/services.tsx';
import type { Flow } from '../record/flow.ts';
import { openFlowRecords } from '../record/flow-records.ts';

/** Time for another tab to record its latest event, in ms. */
const OTHER_TAB_MS = 2_000;

/** The recorded flows: of the login in this browser, and of an unfinished attempt. */
export interface Flows {
  readonly login: Flow | undefined;
  readonly attempt: Flow | undefined;
}

const NONE: Flows = { login: undefined, attempt: undefined };

/** Follows the recorded flows as they change; `undefined` until storage was read. */
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
    // A page that was left at once has recorded the beginning alone; the attempt then belongs to this login.
    const isItsBeginning =
      record && attempt?.request && !attempt.failure && attempt.request.at <= record.authorizedAt;
    if (!login && isItsBeginning)
      setFlows({ login: { ...attempt, loginId: record.loginId }, attempt: undefined });
    else setFlows({ login, attempt });
  }
  // If storage cannot be read, the page explains the steps without values.
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
