import type { Flow } from '../record/flow.ts';
import type { Known, Step } from './step.ts';
import {
  callStep,
  challengeStep,
  consentStep,
  refreshStep,
  requestStep,
  responseStep,
  tokenRequestStep,
  tokenResponseStep,
  verifierStep,
} from './step-messages.ts';
import { STEP_TEXTS, type StepKind } from './step-texts.ts';

/** Tells a flow as its steps, in order; without a flow they explain without values. */
export function stepsOf(flow: Flow | undefined): readonly Step[] {
  const known: Readonly<Record<Exclude<StepKind, 'refresh'>, Known>> = {
    verifier: verifierStep(flow),
    challenge: challengeStep(flow),
    request: requestStep(flow),
    consent: consentStep(flow),
    response: responseStep(flow),
    'token-request': tokenRequestStep(flow),
    'token-response': tokenResponseStep(flow),
    call: callStep(flow),
  };
  const refreshes = flow?.refreshes ?? [];
  const last: readonly (readonly [string, Known])[] =
    refreshes.length > 0
      ? refreshes.map((refresh) => [`refresh-${refresh.at}`, refreshStep(refresh)])
      : [['refresh', { state: 'ahead' }]];
  const steps = [
    ...Object.entries(known).map(([kind, step]) => ({ id: kind, kind: kind as StepKind, step })),
    ...last.map(([id, step]) => ({ id, kind: 'refresh' as const, step })),
  ];
  return steps.map(({ id, kind, step }, index) => ({
    ...STEP_TEXTS[kind],
    ...step,
    id,
    kind,
    number: index + 1,
  }));
}
