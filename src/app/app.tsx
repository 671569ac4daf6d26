import { Router } from '@solidjs/router';
import type { Component, JSX } from 'solid-js';
import { render, setTrustedTypesPolicy } from 'solid-js/web';
import { BASE_PATH } from '../deployment.ts';
import { createClientId } from '../services/client-id.ts';
import {
  createLogin,
  type DemoControls,
  LoginProvider,
  type Services,
  ServicesProvider,
} from '../services/services.tsx';
import { CommandsProvider } from '../ui/command.tsx';
import { ToastProvider } from '../ui/overlays/toast.tsx';
import type { Composition } from './compose.ts';
import { Frame } from './frame/frame.tsx';
import { PRELOADS, ROUTES } from './routes.ts';

/**
 * Draws the app over its services and returns the function that removes it.
 *
 * @param Consent the consent page of the simulated Spotify; in the demo only.
 */
export function showApp(
  root: HTMLElement,
  composition: Composition,
  demo: DemoControls,
  Consent: Component | undefined,
): () => void {
  const { settings, ownClientId, builtInClientId } = composition;
  const clientId = createClientId(settings, ownClientId, builtInClientId);
  return render(
    () => <App services={{ ...composition, clientId, demo }} Consent={Consent} />,
    root,
  );
}

/** Preloads the page at a path, base path included; ignores paths that are not in `PRELOADS`. */
export async function preloadPage(path: string): Promise<void> {
  await PRELOADS[path.slice(BASE_PATH.length - 1)]?.();
}

/** Declares the Trusted Types policies, which TypeScript's DOM types lack. */
declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(html: string): string },
      ): { createHTML(html: string): unknown };
    };
  }
}

// Solid's templates are the only source of markup. A policy is created once per document.
setTrustedTypesPolicy(
  window.trustedTypes?.createPolicy('solid-template', { createHTML: (html) => html }),
);

/** The app: services, routes, and the frame around them. */
function App(props: {
  readonly services: Services;
  readonly Consent: Component | undefined;
}): JSX.Element {
  const login = createLogin(props.services.session);
  const consent = props.Consent ? [{ path: '/demo/authorize', component: props.Consent }] : [];
  return (
    <ServicesProvider value={props.services}>
      <LoginProvider value={login}>
        <CommandsProvider>
          <ToastProvider>
            <Router base={BASE_PATH.slice(0, -1)} root={Frame} scrollRestoration>
              {[...consent, ...ROUTES]}
            </Router>
          </ToastProvider>
        </CommandsProvider>
      </LoginProvider>
    </ServicesProvider>
  );
}
