import { ErrorBoundary, type JSX } from 'solid-js';
import { Notice } from '../ui/notice.tsx';
import { errorText } from '../words/errors.ts';

/** Error boundary of a table: replaces a failed table by a notice, so that the rest of the page stays. */
export function TableBoundary(props: { readonly children: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary
      fallback={(error, reset) => (
        <Notice kind="bad" message={errorText(error)} action="Try again" onAction={reset} />
      )}
    >
      {props.children}
    </ErrorBoundary>
  );
}
