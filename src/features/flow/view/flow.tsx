import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, type JSX, Match, Show, Switch } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { LoginError } from '../../../oauth/errors.ts';
import { useLogin, useServices, useSessionRecord } from '../../../services/services.tsx';
import { TabLinks } from '../../../ui/controls/tab-links.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { errorText } from '../../../words/errors.ts';
import { EnterDemo } from '../../login/enter-demo.tsx';
import { LogInAgain } from '../../login/log-in-again.tsx';
import { LoginForm } from '../../login/login-form.tsx';
import { Notices } from '../../login/notices.tsx';
import { FlowOverview } from './flow-overview.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { createFlows } from './flows.ts';
import { LoginResult } from './login-result.tsx';
import { partOf } from './old-anchors.ts';
import { SaveMenu } from './save-menu.tsx';
import { createShownFlow, type ShownFlow } from './shown-flow.ts';
import './flow.css';

const TABS = [
  { to: 'flow', label: 'Overview' },
  { to: 'flow/steps', label: 'Step by step' },
  { to: 'flow/result', label: 'Result' },
];

/** The pages about the login flow: why and how, each step of a login, and its result. */
export default function Flow(): JSX.Element {
  const services = useServices();
  const location = useLocation();
  const navigate = useNavigate();
  const login = useLogin();
  const flows = createFlows(services);
  const shown = createShownFlow(() => flows() ?? { login: undefined, attempt: undefined });
  const path = () => location.pathname.slice(BASE_PATH.length);

  function title(): string {
    const tab = TABS.find(({ to }) => to === path());
    return tab && tab !== TABS[0] ? `${tab.label} · Login flow` : 'Login flow';
  }

  createEffect(() => {
    const part = path() === 'flow' ? partOf(location.hash) : undefined;
    if (part) navigate(BASE_PATH + part, { replace: true, resolve: false });
  });

  return (
    <div class="page flow">
      <header class="flow-head">
        <PageHeading title={title()}>Login flow</PageHeading>
        <SaveMenu shown={shown} />
      </header>
      <TabLinks label="Parts of the login flow" tabs={TABS} />
      <Notices>
        <Show when={login().kind === 'ended'}>
          <LogInAgain message={errorText(new LoginError('login-ended'))} />
        </Show>
        <Show when={flows()}>
          <FlowPart path={path()} shown={shown} />
        </Show>
      </Notices>
    </div>
  );
}

/** The part of the page at a path. */
function FlowPart(props: { readonly path: string; readonly shown: ShownFlow }): JSX.Element {
  const record = useSessionRecord();
  return (
    <Switch>
      <Match when={props.path === 'flow/steps'}>
        <FlowSteps shown={props.shown} />
      </Match>
      <Match when={props.path === 'flow/result'}>
        <Show
          when={record()}
          fallback={<SignedOut text="Log in to see the result of your login." />}
        >
          {(current) => <LoginResult record={current()} />}
        </Show>
      </Match>
      <Match when={true}>
        <FlowOverview shown={props.shown} />
        <Show when={!record()}>
          <SignedOut text="Log in to see every message of your own login." />
        </Show>
      </Match>
    </Switch>
  );
}

/** The ways to a login that can be looked at: the demo, or one's own. */
function SignedOut(props: { readonly text: string }): JSX.Element {
  const { isDemo } = useServices();
  const location = useLocation();
  return (
    <div class="flow-signed-out">
      <Show when={!isDemo}>
        <div class="flow-demo">
          <p>{props.text} Or let the demo log in: no account needed, all values shown.</p>
          <EnterDemo
            label="See it with the demo"
            returnTo={location.pathname.slice(BASE_PATH.length - 1)}
          />
        </div>
      </Show>
      <LoginForm />
    </div>
  );
}
