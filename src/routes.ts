import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';
import Welcome from './views/welcome.tsx';

/** The page that most logins lead to; may be preloaded while one is being finished. */
export const Playlists = lazy(() => import('./views/playlists.tsx'));

/** Every page and where it stands; a new page is a new file in `views` and a line here. */
export const ROUTES: readonly RouteDefinition[] = [
  // Not lazy: every page that needs a login shows it to whoever has none.
  { path: ['/', '/login', '/demo/authorize'], component: Welcome },
  { path: '/callback', component: lazy(() => import('./views/callback.tsx')) },
  { path: '/playlists', component: Playlists },
  { path: '/flow', component: lazy(() => import('./views/flow.tsx')) },
  { path: '*', component: lazy(() => import('./views/not-found.tsx')) },
];
