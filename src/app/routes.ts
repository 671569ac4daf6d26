import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';
import { NotFound } from './not-found.tsx';

/** The page that people come to most; may be preloaded before it is drawn. */
export const Playlists = lazy(() => import('../features/playlists/playlists.tsx'));

/** The redirection endpoint; may be preloaded likewise. */
export const Callback = lazy(() => import('../features/login/callback.tsx'));

/** Every page and where it stands; a new page is a room in `features` and a line here. */
export const ROUTES: readonly RouteDefinition[] = [
  {
    path: ['/', '/login', '/demo/authorize'],
    component: lazy(() => import('../features/login/welcome.tsx')),
  },
  { path: '/callback', component: Callback },
  { path: '/playlists', component: Playlists },
  { path: '/playlists/:id', component: lazy(() => import('../features/tracks/playlist.tsx')) },
  { path: '/liked', component: lazy(() => import('../features/tracks/liked-songs.tsx')) },
  { path: '/flow', component: lazy(() => import('../features/flow/view/flow.tsx')) },
  { path: '/privacy', component: lazy(() => import('./privacy.tsx')) },
  { path: '*', component: NotFound },
];
