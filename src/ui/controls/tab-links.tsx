import { Index, type JSX, Show } from 'solid-js';
import { PageLink } from '../page-link.tsx';
import './tab-links.css';

/** One of the pages that tabs lead to. */
export interface TabLink {
  /** Path below the base path, without a slash. */
  readonly to: string;
  readonly label: string;
  /** Formatted number of what is on the page. */
  readonly count?: string | undefined;
}

/** Links between the parts of one page, each with an address of its own. */
export function TabLinks(props: {
  readonly label: string;
  readonly tabs: readonly TabLink[];
}): JSX.Element {
  return (
    <nav class="tab-links" aria-label={props.label}>
      <Index each={props.tabs}>
        {(tab) => (
          <PageLink to={tab().to} class="tab-link">
            {tab().label}
            <Show when={tab().count}>
              <span class="tab-link-count" aria-hidden="true">
                {tab().count}
              </span>
            </Show>
          </PageLink>
        )}
      </Index>
    </nav>
  );
}
