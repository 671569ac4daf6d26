import { ErrorBoundary, type JSX } from 'solid-js';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { errorText } from '../words/errors.ts';

/** Draws a table, or in its place the notice that it failed, so that the rest of the page stays. */
export function TableBoundary(props: { readonly children: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary
      fallback={(error, reset) => (
        <ErrorNotice message={errorText(error)} action="Try again" onAction={reset} />
      )}
    >
      {props.children}
    </ErrorBoundary>
  );
}
