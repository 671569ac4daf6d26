import { get, promisifyRequest, type UseStore } from 'idb-keyval';
import { KEYS, TAB_KEYS } from '../../../storage/keys.ts';
import type { PageMemory } from '../../../storage/page-memory.ts';
import { fits, fromJson, isString, type Shape } from '../../../storage/shape.ts';
import { tabStorage } from '../../../storage/stores.ts';
import { type Flow, NOTHING_YET, parseFlow } from './flow.ts';

/** Where flows are kept: that of the login beside the login, that of an unfinished attempt in its tab. */
export interface FlowRecords {
  /** The login that was begun in this tab and has not finished, if there is one. */
  readAttempt(): Flow | undefined;
  /** Keeps it, or forgets it where nothing is given. */
  writeAttempt(flow: Flow | undefined): void;
  /** How the login of this browser, or of this tab, came about. */
  readLogin(): Promise<Flow | undefined>;
  /**
   * Changes the flow of the login that is stored now; nothing is written once it is gone. A new flow
   * whose login is not stored is remembered by this page alone.
   */
  changeLogin(change: (flow: Flow) => Flow, begun?: Flow): Promise<void>;
  /** Forgets what this page alone remembers. */
  forget(): void;
  /** Calls back after every change in this page, until the function it gives is called. */
  subscribe(listener: () => void): () => void;
}

const SESSION: Shape<{ loginId: string }> = { loginId: isString };

/** Opens the flows of one world; without a database they live as long as the page. */
export function openFlowRecords({
  database,
  name,
  pageMemory,
}: {
  readonly database: UseStore | undefined;
  /** Begins all keys. */
  readonly name: string;
  readonly pageMemory: PageMemory;
}): FlowRecords {
  const { records, listeners } = pageMemory;
  const tab = database && tabStorage();
  const tabKey = name + TAB_KEYS.flow;
  const attemptKey = name + TAB_KEYS.attempt;

  function tell(): void {
    for (const listener of listeners) listener();
  }
  const remembered = (key: string) => parseFlow(records.get(key));
  function put(key: string, flow: Flow): void {
    try {
      tab?.setItem(key, JSON.stringify(flow));
    } catch {
      // No room: it lives as long as the page.
    }
  }
  function tabSession(): { readonly loginId: string } | undefined {
    const stored = fromJson(tab?.getItem(name + TAB_KEYS.session) ?? null);
    return fits(stored, SESSION) ? stored : undefined;
  }
  /** The flow of this very login; of one that began elsewhere nothing is known. */
  function of(loginId: string, stored: Flow | undefined): Flow {
    return stored?.loginId === loginId ? stored : { ...NOTHING_YET, loginId };
  }

  async function change(work: (flow: Flow) => Flow): Promise<void> {
    const inTab = tabSession();
    if (inTab) {
      put(tabKey, work(of(inTab.loginId, parseFlow(fromJson(tab?.getItem(tabKey) ?? null)))));
      return;
    }
    const isStored = await database?.('readwrite', async (store) => {
      const session: unknown = await promisifyRequest(store.get(KEYS.session));
      if (!fits(session, SESSION)) return false;
      const stored: unknown = await promisifyRequest(store.get(KEYS.flow));
      store.put(work(of(session.loginId, parseFlow(stored))), KEYS.flow);
      await promisifyRequest(store.transaction);
      return true;
    });
    // A login that only this page knows.
    const known = isStored ? undefined : remembered(tabKey);
    if (known) records.set(tabKey, work(known));
  }

  return {
    readAttempt: () =>
      tab ? parseFlow(fromJson(tab.getItem(attemptKey))) : remembered(attemptKey),
    writeAttempt(flow) {
      records.set(attemptKey, flow);
      if (flow) put(attemptKey, flow);
      else tab?.removeItem(attemptKey);
      tell();
    },
    async readLogin() {
      if (tabSession()) return parseFlow(fromJson(tab?.getItem(tabKey) ?? null));
      const stored = database && parseFlow(await get<unknown>(KEYS.flow, database));
      return stored ?? remembered(tabKey);
    },
    async changeLogin(work, begun) {
      if (begun) records.set(tabKey, begun);
      await change(work);
      tell();
    },
    forget() {
      records.delete(attemptKey);
      records.delete(tabKey);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
