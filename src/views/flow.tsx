import { type JSX, Show } from 'solid-js';
import { useLogin, useServices } from '../state/services.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { LoginForm } from './login-form.tsx';
import { LoginNotices } from './login-notices.tsx';
import { LoginResult } from './login-result.tsx';
import './flow.css';

/** The page about the login flow: its result for whoever is logged in, and how it goes for everyone. */
export default function Flow(): JSX.Element {
  const { isDemo } = useServices();
  const login = useLogin();
  const record = () => {
    const state = login();
    return state.kind === 'signed-in' ? state.record : undefined;
  };
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
      <Show when={record()}>
        {(current) => (
          <>
            <LoginNotices />
            <LoginResult record={current()} />
          </>
        )}
      </Show>
      <FlowSteps />
      <Show when={!record()}>
        <LoginForm />
      </Show>
    </div>
  );
}
