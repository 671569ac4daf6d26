import { type JSX, Show } from 'solid-js';
import { LoginError } from '../../../oauth/errors.ts';
import { useLogin, useServices, useSessionRecord } from '../../../services/services.tsx';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { errorText } from '../../../words/errors.ts';
import { LogInAgain } from '../../login/log-in-again.tsx';
import { LoginForm } from '../../login/login-form.tsx';
import { Notices } from '../../login/notices.tsx';
import { FlowInspector } from './flow-inspector.tsx';
import { LoginResult } from './login-result.tsx';
import './flow.css';

/** The page about the login flow: the explanation for everyone, and the recorded values of a login. */
export default function Flow(): JSX.Element {
  const { isDemo, demo } = useServices();
  const Lab = isDemo && lazyPart(demo.lab);
  const login = useLogin();
  const record = useSessionRecord();
  return (
    <div class="page flow">
      <div class="lead">
        <PageHeading title="Login flow" />
        <p>
          Authorization code with PKCE, in the browser alone: no client secret, no server in
          between.
          <Show when={isDemo}> In this demo a simulated Spotify answers.</Show>
        </p>
      </div>
      <Notices>
        <Show when={login().kind === 'ended'}>
          <LogInAgain message={errorText(new LoginError('login-ended'))} />
        </Show>
        <FlowInspector>
          <Show when={record()} fallback={<LoginForm />}>
            {(current) => <LoginResult record={current()} />}
          </Show>
        </FlowInspector>
      </Notices>
      {Lab && <Lab />}
    </div>
  );
}
