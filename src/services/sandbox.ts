import { type Accessor, createSignal } from 'solid-js';
import type { LoginState } from '../session/current-login.ts';
import type { Session } from '../session/session.ts';

/**
 * The login of the API workbench, which has scopes and tokens of its own: it never replaces, refreshes or ends the
 * app's login, nor the other way round.
 */
export interface Sandbox {
  readonly session: Session;
  /** The return path of the login that came back in this document, or else the path of the workbench. */
  readonly returnPath: string;
  /** The reason why that login did not finish. */
  readonly failure: unknown;
}

/** Makes a signal of the state of the sandbox's login, which is signed out until it is read. */
export function createSandboxLogin(sandbox: Sandbox): Accessor<LoginState> {
  const { session } = sandbox;
  const [login, setLogin] = createSignal(session.state());
  session.subscribe(() => setLogin(session.state()));
  return login;
}

/** Removes the login of the API workbench, in all tabs; resolves to whether there was one. */
export async function endSandbox(open: () => Promise<Sandbox>): Promise<boolean> {
  const { session } = await open();
  if (session.state().kind !== 'signed-in') return false;
  await session.logOut();
  return true;
}
