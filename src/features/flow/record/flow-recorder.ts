import type { UseStore } from 'idb-keyval';
import type { Clock } from '../../../clock.ts';
import type { AuthorizationServer } from '../../../config.ts';
import type { LoginEvent } from '../../../session/events.ts';
import type { PageMemory } from '../../../storage/page-memory.ts';
import { NOTHING_YET } from './flow.ts';
import { openFlowRecords } from './flow-records.ts';
import type { Recorder } from './login-observer.ts';
import {
  answered,
  begun,
  checked,
  exchanged,
  failureOf,
  formOf,
  tokenAnswer,
  tokenRequest,
} from './record-event.ts';
import { makeRedaction } from './redact.ts';

/** Dependencies of the recorder. */
export interface RecorderSurroundings {
  readonly database: UseStore | undefined;
  readonly name: string;
  readonly pageMemory: PageMemory;
  /** Whether the secrets are simulated, so that they are stored unredacted. */
  readonly isDemo: boolean;
  readonly server: AuthorizationServer;
  readonly clock: Clock;
}

/** Makes the recorder: it redacts each event before storing it, and ignores failures of storage. */
export function openRecorder(world: RecorderSurroundings): Recorder {
  const { clock, server } = world;
  const records = openFlowRecords(world);
  const redaction = makeRedaction(world.isDemo);
  let last: Promise<void> = Promise.resolve();

  const attempt = () => records.readAttempt() ?? NOTHING_YET;

  async function record(event: LoginEvent): Promise<void> {
    switch (event.kind) {
      case 'begun':
        return records.writeAttempt(begun(event, redaction));
      case 'answered':
        return records.writeAttempt(answered(attempt(), event, server.issuer, redaction));
      case 'checked':
        return records.writeAttempt(checked(attempt(), event));
      case 'failed':
        return records.writeAttempt({ ...attempt(), failure: failureOf(event.error) });
      case 'finished':
        return finish(event.loginId);
      case 'sent':
        return event.url === server.tokenEndpoint ? exchange(event) : call(event);
    }
  }

  async function finish(loginId: string): Promise<void> {
    const flow = { ...attempt(), loginId };
    await records.changeLogin((known) => (known.loginId === loginId ? flow : known), flow);
    records.writeAttempt(undefined);
  }

  async function exchange(event: Extract<LoginEvent, { kind: 'sent' }>): Promise<void> {
    const isRefresh = formOf(event).get('grant_type') === 'refresh_token';
    const request = tokenRequest(event, redaction);
    for (const part of [
      async () => request,
      async () => ({ ...request, answer: await tokenAnswer(event, redaction, clock.now) }),
    ]) {
      const made = await part();
      if (isRefresh) await records.changeLogin((flow) => exchanged(flow, made));
      else records.writeAttempt(exchanged(attempt(), made));
    }
  }

  async function call({
    at,
    url,
    init,
    response,
  }: Extract<LoginEvent, { kind: 'sent' }>): Promise<void> {
    const status = (await response.catch(() => undefined))?.status ?? null;
    const made = { at, method: init.method ?? 'GET', url, status };
    await records.changeLogin((flow) => ({ ...flow, call: flow.call ?? made }));
  }

  return {
    record(events) {
      for (const event of events) last = last.then(() => record(event)).catch(() => undefined);
      return last;
    },
    forget: records.forget,
  };
}
