import type { JSX } from 'solid-js';
import { PageLink } from './page-link.tsx';
import './breadcrumb.css';

/** The link to the page above this one. */
export function Breadcrumb(props: {
  /** Path below the base path, without a slash. */
  readonly to: string;
  readonly label: string;
}): JSX.Element {
  return (
    <nav class="breadcrumb" aria-label="Breadcrumb">
      <PageLink to={props.to}>{props.label}</PageLink>
      <span aria-hidden="true">/</span>
    </nav>
  );
}
