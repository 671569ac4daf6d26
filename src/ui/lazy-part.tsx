import { type Component, type JSX, lazy, Suspense } from 'solid-js';

/**
 * Makes a part of a page that loads when it is first drawn; where its code does not load, another
 * part or nothing stands in its place, and the page stays.
 */
export function optional<Props extends object>(
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
