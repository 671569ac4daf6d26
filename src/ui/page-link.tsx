import { useLocation } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { BASE_PATH } from '../deployment.ts';

/** A link to a page of this app, marked with `aria-current` on that page; the router handles the click. */
export function PageLink(props: {
  /** Path below the base path, without a slash; empty for the first page. */
  readonly to: string;
  readonly class?: string;
  /** Accessible name, if the text alone says too little. */
  readonly label?: string;
  /** Whether the text is a name or title, which a browser must not translate. */
  readonly isName?: boolean;
  /** Tooltip with the full text, where the text may be cut. */
  readonly title?: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const location = useLocation();
  const href = () => BASE_PATH + props.to;
  /** The query counts where the link has one. */
  const isCurrent = () =>
    location.pathname + (props.to.includes('?') ? location.search : '') === href();
  return (
    <a
      class={props.class}
      href={href()}
      translate={props.isName ? 'no' : undefined}
      aria-label={props.label}
      title={props.title}
      aria-current={isCurrent() ? 'page' : undefined}
    >
      {props.children}
    </a>
  );
}
