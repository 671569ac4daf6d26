import type { JSX } from 'solid-js';
import './source-tag.css';

/** A small tag that names the section of a standard or document, shortened; its tooltip has the full text. */
export function SourceTag(props: {
  /** Such as `RFC 7636, section 4.2`. */
  readonly source: string;
}): JSX.Element {
  return (
    <span class="source-tag" title={props.source}>
      {props.source.replaceAll(/, sections? /g, ' §')}
    </span>
  );
}
