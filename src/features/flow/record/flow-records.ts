import { get, promisifyRequest, type UseStore } from 'idb-keyval';
import { KEYS, TAB_KEYS } from '../../../storage/keys.ts';
import type { PageMemory } from '../../../storage/page-memory.ts';
import { fits, fromJson, isString, type Shape } from '../../../storage/shape.ts';
import { tabStorage } from '../../../storage/stores.ts';
import { type Flow, NOTHING_YET, parseFlow } from './flow.ts';

/** Storage of flows: the flow of a login beside the login, the flow of an unfinished attempt in its tab. */
export interface FlowRecords {
  /** The attempt to log in that was begun in this tab and has not finished; `undefined` without one. */
  readAttempt(): Flow | undefined;
  /** Stores the attempt; `undefined` deletes it. */
  writeAttempt(flow: Flow | undefined): void;
  /** The flow of the login that is stored in this browser or this tab. */
  readLogin(): Promise<Flow | undefined>;
  /**
   * Changes the flow of the stored login; writes nothing once that login is removed. A new flow whose login is not
   * stored lives in the memory of this page.
   */
  changeLogin(change: (flow: Flow) => Flow, begun?: Flow): Promise<void>;
  /** Deletes the flows in the memory of this page. */
  forget(): void;
  /** Calls the listener after every change in this page; returns the function that unsubscribes. */
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
  /** Prefix of all keys. */
  readonly name: string;
  readonly pageMemory: PageMemory;
}): FlowRecords {
  const { records, listeners } = pageMemory;
  const tab = database && tabStorage();
  const tabKey = name + TAB_KEYS.flow;
  const attemptKey = name + TAB_KEYS.attempt;

  function notify(): void {
    for (const listener of listeners) listener();
  }
  const remembered = (key: string) => parseFlow(records.get(key));
  function put(key: string, flow: Flow): void {
    try {
      tab?.setItem(key, JSON.stringify(flow));
    } catch {
      // The quota of sessionStorage is used up: the flow lives as long as the page.
    }
  }
  function tabSession(): { readonly loginId: string } | undefined {
    const stored = fromJson(tab?.getItem(name + TAB_KEYS.session) ?? null);
    return fits(stored, SESSION) ? stored : undefined;
  }
  /** The stored flow of this login; an empty flow for a login that was begun elsewhere. */
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
    // The login is not stored: its flow is in the memory of this page.
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
      notify();
    },
    async readLogin() {
      if (tabSession()) return parseFlow(fromJson(tab?.getItem(tabKey) ?? null));
      const stored = database && parseFlow(await get<unknown>(KEYS.flow, database));
      return stored ?? remembered(tabKey);
    },
    async changeLogin(work, begun) {
      if (begun) records.set(tabKey, begun);
      await change(work);
      notify();
    },
    forget() {
      records.delete(attemptKey);
      records.delete(tabKey);
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
