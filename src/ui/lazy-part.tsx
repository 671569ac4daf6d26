import { type Component, type JSX, lazy, Suspense } from 'solid-js';

/**
 * Makes a component whose code loads when it is first rendered; if the code fails to load, a fallback or nothing is
 * rendered, and the rest of the page stays.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: Component<Props> }>,
  fallback: Component<Props> = () => undefined,
): Component<Props> {
  const Part = lazy(() => load().catch(() => ({ default: fallback })));
  return (props): JSX.Element => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  );
}
