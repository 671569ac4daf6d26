import type { JSX } from 'solid-js';
import { PageHeading } from '../ui/page-heading.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** The page for an unknown address. */
export function NotFound(): JSX.Element {
  return (
    <div class="page prose">
      <PageHeading title="Page not found" />
      <p>
        Go to <PageLink to="">the home page</PageLink>.
      </p>
    </div>
  );
}
