import { useHref, useLocation } from '@solidjs/router';
import type { JSX } from 'solid-js';

/** A link to a page of this app that knows when its page is shown; the router handles the click. */
export function PageLink(props: {
  readonly to: string;
  readonly class?: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const href = useHref(() => props.to);
  const location = useLocation();
  return (
    <a
      class={props.class}
      href={href()}
      aria-current={location.pathname === href() ? 'page' : undefined}
    >
      {props.children}
    </a>
  );
}
