import { useLocation } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { Icon } from '../../ui/icon.tsx';
import { formatNumber } from '../../words/number.ts';
import type { NavigationEntry } from '../navigation.ts';

/** A link of the navigation, marked on its page and on the pages below it. */
export function NavigationLink(props: {
  readonly entry: NavigationEntry;
  readonly count?: number | undefined;
}): JSX.Element {
  const location = useLocation();
  const href = () => BASE_PATH + props.entry.path;
  const current = () => {
    if (location.pathname === href()) return 'page';
    return location.pathname.startsWith(`${href()}/`) ? 'true' : undefined;
  };
  return (
    <a
      class="side-link"
      href={href()}
      title={`${props.entry.label} (${props.entry.keys})`}
      aria-current={current()}
    >
      <Icon name={props.entry.icon} />
      <span class="side-label">{props.entry.label}</span>
      <Show when={props.count !== undefined}>
        <span class="side-count" aria-hidden="true">
          {formatNumber(props.count ?? 0)}
        </span>
      </Show>
    </a>
  );
}
