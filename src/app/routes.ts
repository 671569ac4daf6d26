import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';
import { NotFound } from './not-found.tsx';

const Callback = lazy(() => import('../features/login/callback.tsx'));
const Playlists = lazy(() => import('../features/playlists/playlists.tsx'));

/** Pages whose code can be preloaded, by their paths. */
export const PRELOADS: Readonly<Record<string, () => Promise<unknown>>> = {
  '/callback': () => Callback.preload(),
  '/playlists': () => Playlists.preload(),
};

/** All routes; a new page is a folder in `features` and a line here. Each is late: a visit needs few of them. */
export const ROUTES: readonly RouteDefinition[] = [
  {
    path: ['/', '/login', '/demo/authorize'],
    component: lazy(() => import('../features/login/welcome.tsx')),
  },
  { path: '/callback', component: Callback },
  { path: '/playlists', component: Playlists },
  { path: '/playlists/:id', component: lazy(() => import('../features/tracks/playlist.tsx')) },
  { path: '/songs', component: lazy(() => import('../features/songs/songs.tsx')) },
  { path: '/liked', component: lazy(() => import('../features/tracks/liked-songs.tsx')) },
  {
    path: ['/saved/albums', '/saved/shows', '/saved/episodes', '/saved/audiobooks'],
    component: lazy(() => import('../features/saved/saved.tsx')),
  },
  {
    path: ['/flow', '/flow/steps', '/flow/result'],
    component: lazy(() => import('../features/flow/view/flow.tsx')),
  },
  { path: '/tidy', component: lazy(() => import('../features/songs/tidy.tsx')) },
  { path: '/lab', component: lazy(() => import('../features/lab/lab-page.tsx')) },
  { path: '/api', component: lazy(() => import('../features/workbench/workbench.tsx')) },
  { path: '/backup', component: lazy(() => import('../features/backup/backup.tsx')) },
  { path: '/privacy', component: lazy(() => import('./privacy/privacy.tsx')) },
  {
    path: '/changes',
    component: lazy(() => import('../features/edit/changes/changes-page.tsx')),
  },
  { path: '*', component: NotFound },
];
