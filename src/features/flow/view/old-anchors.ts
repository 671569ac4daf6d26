import { STEP_TEXTS } from '../explain/step.ts';

/**
 * Gives the path, below the base path, of what a fragment of the page "flow" led to before it had parts; `undefined`
 * for any other fragment.
 */
export function partOf(fragment: string): string | undefined {
  if (fragment === '#result') return 'flow/result';
  if (fragment === '#lab') return 'lab';
  if (fragment === '#how-it-goes') return 'flow/steps';
  const [, kind = ''] = /^#step-([a-z-]+)/.exec(fragment) ?? [];
  // A refresh had its time after its kind.
  const place = Object.keys(STEP_TEXTS).indexOf(kind.replace(/-$/, ''));
  return place < 0 ? undefined : `flow/steps#step-${place + 1}`;
}
