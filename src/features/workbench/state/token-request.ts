import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import { parseClientId } from '../../../services/client-id.ts';
import type { Sandbox } from '../../../services/sandbox.ts';
import { useServices } from '../../../services/services.tsx';
import { ALL_SCOPE_NAMES, SCOPE_PRESETS } from '../../../words/all-scopes.ts';

/** The login that the person is about to begin for the workbench. */
export interface TokenRequest {
  readonly scopes: Accessor<readonly string[]>;
  readonly setScopes: (scopes: readonly string[]) => void;
  readonly clientId: Accessor<string>;
  readonly setClientId: (text: string) => void;
  readonly isKept: Accessor<boolean>;
  readonly setKept: (isKept: boolean) => void;
  readonly showsDialog: Accessor<boolean>;
  readonly setShowsDialog: (shows: boolean) => void;
  /** What is wrong with the Client ID; empty where nothing is. */
  readonly complaint: Accessor<string>;
  readonly error: Accessor<unknown>;
  readonly isLeaving: Accessor<boolean>;
  /** Goes to Spotify for these scopes, and comes back to a request. */
  readonly begin: (
    scopes: readonly string[],
    fragment: string,
    asksAgain?: boolean,
  ) => Promise<void>;
}

/** Makes the choice of a login, with the scopes of the present one at first; `onLeave` is called before the page is left. */
export function createTokenRequest(sandbox: Sandbox, onLeave: () => void): TokenRequest {
  const { clientId: known, goToAuthorizationServer, loginBlocker, isDemo } = useServices();
  const state = sandbox.session.state();
  const present = state.kind === 'signed-in' ? state.record : undefined;
  const [scopes, setScopes] = createSignal(present?.askedScopes ?? SCOPE_PRESETS[0]?.scopes ?? []);
  const [typed, setTyped] = createSignal<string>();
  const [isKept, setKept] = createSignal(present?.isKept ?? false);
  const [showsDialog, setShowsDialog] = createSignal(false);
  const [complaint, setComplaint] = createSignal('');
  const [error, setError] = createSignal<unknown>();
  const [isLeaving, setLeaving] = createSignal(false);
  const clientId = () => typed() ?? present?.clientId ?? known.current() ?? '';

  // The page comes back as it was left, from the back/forward cache.
  const comeBack = () => setLeaving(false);
  onMount(() => addEventListener('pageshow', comeBack));
  onCleanup(() => removeEventListener('pageshow', comeBack));

  async function begin(
    wanted: readonly string[],
    fragment: string,
    asksAgain = false,
  ): Promise<void> {
    if (isLeaving() || (loginBlocker && !isDemo)) return;
    const id = parseClientId(clientId());
    setComplaint(
      id
        ? ''
        : 'A Client ID has 32 characters, each a digit or a letter from a to f. Copy it from Spotify’s dashboard.',
    );
    if (!id) return;
    setError(undefined);
    setLeaving(true);
    try {
      const url = await sandbox.session.beginLogin({
        clientId: id,
        returnTo: `/api?request=${encodeURIComponent(fragment)}`,
        scopes: ALL_SCOPE_NAMES.filter((name) => wanted.includes(name)),
        isKept: isKept(),
        showDialog: showsDialog() || asksAgain,
      });
      onLeave();
      goToAuthorizationServer(url);
    } catch (thrown) {
      setError(() => thrown);
      setLeaving(false);
    }
  }

  return {
    scopes,
    setScopes,
    clientId,
    setClientId: setTyped,
    isKept,
    setKept,
    showsDialog,
    setShowsDialog,
    complaint,
    error,
    isLeaving,
    begin,
  };
}
