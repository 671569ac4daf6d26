import { useLocation } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { BASE_PATH, SOURCE_URL } from '../../deployment.ts';
import { useServices } from '../../services/services.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { DemoBadge } from './demo-badge.tsx';
import './top-bar.css';

/** The bar above the pages of people who are not logged in. */
export function TopBar(): JSX.Element {
  const { isDemo } = useServices();
  const location = useLocation();
  /** The redirection endpoint links to no other site (RFC 9700, section 4.2.4). */
  const mayLinkOut = () => location.pathname !== `${BASE_PATH}callback`;
  return (
    <>
      <Show when={isDemo}>
        <DemoBadge />
      </Show>
      <header class="top-bar">
        <PageLink class="wordmark" to="">
          Liner Notes
        </PageLink>
        <nav class="top-bar-pages" aria-label="Pages">
          <a class="top-bar-more" href={`${BASE_PATH}#how-it-works`}>
            How it works
          </a>
          <PageLink to="flow">Login flow</PageLink>
          <PageLink to="lab" class="top-bar-more">
            What if…
          </PageLink>
          <PageLink to="privacy">Privacy</PageLink>
          <Show when={SOURCE_URL && mayLinkOut()}>
            <a class="top-bar-more" href={SOURCE_URL} target="_blank" rel="noopener noreferrer">
              Source
            </a>
          </Show>
        </nav>
      </header>
    </>
  );
}
