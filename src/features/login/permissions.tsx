import { For, type JSX } from 'solid-js';
import { Icon } from '../../ui/icon.tsx';
import { SCOPES } from '../../words/scopes.ts';

/** One line that says that a login only reads, with the permissions and their reasons below it on choice. */
export function Permissions(): JSX.Element {
  return (
    <details class="permissions">
      <summary class="permissions-line">
        <Icon name="lock" />
        <span>
          <strong>Read-only.</strong> You log in on spotify.com.{' '}
          <span class="permissions-more">What it asks for</span>
        </span>
      </summary>
      <ul class="permissions-list">
        <For each={SCOPES}>
          {({ name, reason }) => (
            <li>
              {reason}{' '}
              <code class="permissions-scope" translate="no">
                {name}
              </code>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
