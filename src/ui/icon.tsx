import type { JSX } from 'solid-js';
import { ICONS_URL } from '../deployment.ts';
import type { IconName } from './icon-names.ts';
import './icon.css';

/** An icon in the colour of the text, 16 px unless `size` says otherwise; hidden from screen readers. */
export function Icon(props: { readonly name: IconName; readonly size?: 16 | 20 }): JSX.Element {
  return (
    <svg
      class={props.size === 20 ? 'icon icon-large' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <use href={`${ICONS_URL}#${props.name}`} />
    </svg>
  );
}
