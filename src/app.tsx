import { Router, type RouteSectionProps } from '@solidjs/router';
import {
  type Component,
  createSignal,
  ErrorBoundary,
  type JSX,
  onMount,
  Show,
  Suspense,
} from 'solid-js';
import { BASE_PATH } from './deployment.ts';
import { sayBroken } from './document.ts';
import { ROUTES } from './routes.ts';
import { createLogin, LoginProvider, type Services, ServicesProvider } from './state/services.tsx';
import { optional } from './ui/optional.tsx';
import { DemoStrip, Header } from './views/frame.tsx';

/** What no page needs before it is drawn; it begins below what can be seen at first. */
const Footer = optional(() => import('./views/footer.tsx'));

/** The whole app: its services, its pages, and the frame around them. */
export function App(props: {
  readonly services: Services;
  /** The demo's consent page, in the demo. */
  readonly consent: Component | undefined;
}): JSX.Element {
  const login = createLogin(props.services.session);
  const consent = props.consent ? [{ path: '/demo/authorize', component: props.consent }] : [];
  return (
    <ServicesProvider value={props.services}>
      <LoginProvider value={login}>
        <Router base={BASE_PATH.slice(0, -1)} root={Frame} scrollRestoration>
          {[...consent, ...ROUTES]}
        </Router>
      </LoginProvider>
    </ServicesProvider>
  );
}

function Frame(props: RouteSectionProps): JSX.Element {
  const [isDrawn, setDrawn] = createSignal(false);
  return (
    <>
      <DemoStrip />
      <Header />
      <main>
        <ErrorBoundary fallback={() => void sayBroken()}>
          <Suspense fallback={<div class="page" aria-busy="true" />}>
            {props.children}
            <Drawn onDrawn={() => setTimeout(setDrawn, 0, true)} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Show when={isDrawn()}>
        <Footer />
      </Show>
    </>
  );
}

/** Tells when all that stands beside it is drawn. */
function Drawn(props: { readonly onDrawn: () => void }): JSX.Element {
  onMount(() => props.onDrawn());
  return undefined;
}
