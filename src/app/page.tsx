import { render } from 'solid-js/web';
import { createClientId } from '../services/client-id.ts';
import { App, type DemoParts } from './app.tsx';
import type { Composition } from './compose.ts';
import { Playlists } from './routes.ts';

/** Draws the app over its services and gives the function that ends it. */
export function showPage(
  root: HTMLElement,
  composition: Composition,
  demo: DemoParts | undefined,
): () => void {
  const { settings, ownClientId, builtInClientId } = composition;
  const clientId = createClientId(settings, ownClientId, builtInClientId);
  return render(() => <App services={{ ...composition, clientId }} demo={demo} />, root);
}

/** Loads the code of the page that people come to most. */
export function preloadPlaylists(): void {
  Playlists.preload().catch(() => undefined);
}
