import { Router, type RouteSectionProps } from '@solidjs/router';
import { type Component, ErrorBoundary, type JSX, Suspense } from 'solid-js';
import { BASE_PATH } from './deployment.ts';
import { ROUTES } from './routes.ts';
import { createLogin, LoginProvider, type Services, ServicesProvider } from './state/services.tsx';
import { ErrorNotice } from './ui/error-notice.tsx';
import { DemoStrip, Footer, Header } from './views/frame.tsx';

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
  return (
    <>
      <DemoStrip />
      <Header />
      <main>
        <ErrorBoundary fallback={() => <BrokenPage />}>
          <Suspense fallback={<div class="page" aria-busy="true" />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  );
}

/** The page in the place of one that did not load or failed. */
function BrokenPage(): JSX.Element {
  return (
    <div class="page prose">
      <ErrorNotice
        message="A part of this page did not load or failed. Your login and settings are kept."
        action="Try again"
        onAction={() => location.reload()}
      />
    </div>
  );
}
