import {
  type Accessor,
  batch,
  createContext,
  createMemo,
  createSignal,
  useContext,
} from 'solid-js';
import { useLogin, useServices } from '../../../services/services.tsx';
import { useSpotify } from '../../../services/spotify.ts';
import type { LoginState } from '../../../session/current-login.ts';
import type { SessionRecord } from '../../../session/types.ts';
import type { Method } from '../../../spotify/pace.ts';
import type { StoredDraft } from '../../../storage/workbench-draft.ts';
import { allEndpoints, type Endpoint } from '../data/parse-endpoints.ts';
import { API_ROOT, type BuiltRequest, buildRequest, buildTyped } from '../request/build-request.ts';
import {
  findEndpoint,
  METHODS,
  type NamedRequest,
  nameRequest,
  parseFragment,
} from '../request/request-link.ts';
import { lackingScopes } from '../request/search-endpoints.ts';
import { type Draft, type Sender, type Sent, sendRequest } from './send-request.ts';

/** Most requests that the history remembers. */
const MOST_SENT = 30;

/** A fault that the person has chosen for the next answer. */
export interface NextFault {
  readonly label: string;
  /** Arms it for a request; returns the function that ends this, and returns whether it happened. */
  readonly arm: (request: Sent['request']) => () => boolean;
}

/** A request to be sent, of the present draft or of an earlier one. */
type ToSend = Pick<Sent, 'request' | 'endpoint' | 'sender'> & Partial<Pick<Sent, 'draft'>>;

/** The state of the workbench in one visit. */
export interface Workbench {
  readonly endpoints: readonly Endpoint[];
  readonly draft: Accessor<Draft>;
  readonly change: (changes: Partial<Draft>) => void;
  /** Chooses an endpoint, and keeps the texts of the fields that it has too. */
  readonly choose: (endpoint: Endpoint | undefined) => void;
  /** Fills in a request that a link names, such as one in an answer; returns it where it may be sent. */
  readonly open: (method: Method, url: string) => void;
  readonly openFragment: (fragment: string) => void;
  /** Writes the draft down, for the time at Spotify. */
  readonly pack: () => StoredDraft;
  readonly unpack: (stored: StoredDraft) => void;
  readonly built: Accessor<BuiltRequest>;
  readonly sender: Accessor<Sender>;
  readonly setSender: (sender: Sender) => void;
  /** The login that the request would be sent with. */
  readonly record: Accessor<SessionRecord | undefined>;
  readonly lacking: Accessor<readonly string[]>;
  readonly history: Accessor<readonly Sent[]>;
  readonly shown: Accessor<Sent | undefined>;
  readonly show: (sent: Sent) => void;
  readonly isSending: Accessor<boolean>;
  /** What the simulated Spotify of the demo does to the next answer. */
  readonly nextFault: Accessor<NextFault | undefined>;
  readonly setNextFault: (fault: NextFault | undefined) => void;
  /** Sends a request once; a second one waits until the first has ended. */
  readonly send: (request: ToSend) => Promise<void>;
  /** Sends a request once more although a limit is known, because the person says so. */
  readonly retry: (sent: Sent) => Promise<void>;
  /** Fills in a request as it was sent, to be sent again although a limit is known. */
  readonly refill: (sent: Sent) => void;
  readonly stop: () => void;
  /** Drops all answers, as after the end of their login. */
  readonly clear: () => void;
}

const WorkbenchContext = createContext<Workbench>();

/** Provides the state of the workbench to its parts. */
export const WorkbenchProvider = WorkbenchContext.Provider;

/** Returns the state of the workbench. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error('no workbench provided');
  return workbench;
}

const FIRST = 'GET /me/playlists';

/** Makes the state of the workbench. */
export function createWorkbench(
  sandboxLogin: Accessor<LoginState>,
  sandboxFetch: ((url: string, init?: RequestInit) => Promise<Response>) | undefined,
): Workbench {
  const { clock } = useServices();
  const { connection } = useSpotify();
  const appLogin = useLogin();
  const endpoints = allEndpoints();
  const [draft, setDraft] = createSignal<Draft>({
    endpoint: findEndpoint(endpoints, FIRST),
    texts: {},
    method: 'GET',
    path: '',
  });
  const [wanted, setSender] = createSignal<Sender>();
  const [history, setHistory] = createSignal<readonly Sent[]>([]);
  const [shown, setShown] = createSignal<Sent>();
  const [underWay, setUnderWay] = createSignal<AbortController>();
  const [nextFault, setNextFault] = createSignal<NextFault>();
  let count = 0;

  const method = () => draft().endpoint?.method ?? draft().method;
  const recordOf = (sender: Sender) => {
    const state = sender === 'app' ? appLogin() : sandboxLogin();
    return state.kind === 'signed-in' ? state.record : undefined;
  };
  /** The app's login reads only, so that it never needs more than its own scopes. */
  const sender = createMemo((): Sender => {
    if (method() !== 'GET') return 'sandbox';
    const chosen = wanted();
    if (chosen && recordOf(chosen)) return chosen;
    return recordOf('sandbox') || !recordOf('app') ? 'sandbox' : 'app';
  });
  const built = createMemo((): BuiltRequest => {
    const { endpoint, texts, path } = draft();
    if (endpoint) return buildRequest(endpoint, texts);
    return buildTyped(method(), path, texts['body'] ?? '');
  });
  const lacking = createMemo(() => {
    const { endpoint } = draft();
    return endpoint ? lackingScopes(endpoint, recordOf(sender())?.grantedScopes ?? []) : [];
  });

  function fill(named: NamedRequest): void {
    setDraft({
      endpoint: named.endpoint,
      texts: named.texts,
      method: named.method,
      path: named.path,
    });
  }

  async function send(about: ToSend): Promise<void> {
    if (underWay()) return;
    const abort = new AbortController();
    setUnderWay(abort);
    count += 1;
    const fetch = about.sender === 'app' ? connection.fetch : sandboxFetch;
    const before = recordOf(about.sender);
    const fault = nextFault();
    if (fetch) {
      const disarm = fault?.arm(about.request);
      const granted = before?.grantedScopes ?? [];
      const said = { draft: draft(), ...about, id: count, granted };
      const paced = { ...connection, fetch };
      const ended = await sendRequest(said, paced, clock, abort.signal);
      const sent: Sent = {
        ...ended,
        isRefreshed: recordOf(about.sender)?.issuedAt !== before?.issuedAt,
        fault: fault && disarm?.() ? fault.label : '',
      };
      batch(() => {
        if (disarm) setNextFault();
        setHistory((all) => [sent, ...all].slice(0, MOST_SENT));
        setShown(sent);
      });
    }
    setUnderWay(undefined);
  }

  return {
    endpoints,
    draft,
    change: (changes) => setDraft((before) => ({ ...before, ...changes })),
    choose(endpoint) {
      setDraft((before) => {
        // A place in one list is none in another.
        const { offset: _, ...texts } = before.texts;
        return { ...before, endpoint, texts, path: endpoint ? '' : pathOf(before) };
      });
    },
    open: (name, url) => fill(nameRequest(name, url, endpoints)),
    openFragment(fragment) {
      const named = parseFragment(fragment, endpoints);
      if (named) fill(named);
    },
    pack() {
      const { endpoint, ...others } = draft();
      return { ...others, endpoint: endpoint ? nameOf(endpoint) : '' };
    },
    unpack({ endpoint, method: name, texts, path }) {
      const known = METHODS.find((each) => each === name) ?? 'GET';
      setDraft({ endpoint: findEndpoint(endpoints, endpoint), method: known, texts, path });
    },
    built,
    sender,
    setSender,
    record: () => recordOf(sender()),
    lacking,
    history,
    shown,
    show: setShown,
    isSending: () => underWay() !== undefined,
    nextFault,
    setNextFault,
    send,
    retry(sent) {
      connection.pace.lift();
      return send(sent);
    },
    refill(sent) {
      connection.pace.lift();
      setDraft(sent.draft);
    },
    stop: () => underWay()?.abort(),
    clear() {
      setHistory([]);
      setShown();
    },
  };
}

function nameOf({ method, path }: Endpoint): string {
  return `${method} ${path}`;
}

/** Gives the path of a draft, for a person who goes on typing it. */
function pathOf({ endpoint, texts }: Draft): string {
  const built = endpoint && buildRequest(endpoint, texts);
  return built && 'request' in built ? built.request.url.slice(API_ROOT.length) : '';
}
