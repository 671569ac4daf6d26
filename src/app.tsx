import { Router, type RouteSectionProps } from '@solidjs/router';
import { type Component, createSignal, ErrorBoundary, type JSX, Show, Suspense } from 'solid-js';
import { BASE_PATH } from './deployment.ts';
import { sayBroken } from './document.ts';
import { ROUTES } from './routes.ts';
import {
  createLogin,
  LoginProvider,
  type Services,
  ServicesProvider,
  useServices,
} from './state/services.tsx';
import { optional } from './ui/optional.tsx';
import { settled } from './ui/settled.ts';
import { DemoStrip, Header } from './views/frame.tsx';

/** What no page needs before it is full; it begins below what can be seen at first. */
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
  const [isSettled, setSettled] = createSignal(false);
  void settled(useServices().clock).then(() => setSettled(true));
  return (
    <>
      <DemoStrip />
      <Header isSettled={isSettled()} />
      <main>
        <ErrorBoundary fallback={() => void sayBroken()}>
          <Suspense fallback={<div class="page" aria-busy="true" />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Show when={isSettled()}>
        <Footer />
      </Show>
    </>
  );
}
