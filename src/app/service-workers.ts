import { BASE_PATH } from '../deployment.ts';
import type { TabMark } from '../session/types.ts';
import { makeTabMark } from '../storage/pending-logins.ts';
import { tabStorage } from '../storage/stores.ts';

/** The members of `navigator.serviceWorker` that find workers; none can register a worker. */
export type ServiceWorkers = Pick<ServiceWorkerContainer, 'controller' | 'getRegistrations'>;

/** The result: no worker, one that was unregistered (reload), or one that stays (no login). */
export type ServiceWorkerFinding = 'none' | 'unregistered' | 'foreign';

/** Host names on which foreign workers are unregistered: on loopback, different apps share one port in turn. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Looks for a service worker of another app, which would see the authorization response and every
 * token, and unregisters it on loopback (RFC 10017, section 8.2). This app has none.
 *
 * @param workers `undefined` in a browser or context without service workers.
 * @param addresses this page and the redirect URI, which no foreign worker may cover.
 * @param reloaded marks that this tab was reloaded, so that a worker that returns causes no loop;
 *   `undefined` if sessionStorage is blocked.
 */
export async function dismissServiceWorkers(
  workers: ServiceWorkers | undefined,
  addresses: readonly URL[],
  reloaded: TabMark | undefined,
): Promise<ServiceWorkerFinding> {
  const registrations = await registrationsOver(addresses, workers);
  // A worker controls its clients even after it was unregistered.
  if (!workers?.controller && registrations.length === 0) {
    reloaded?.remove();
    return 'none';
  }
  if (!addresses.every(({ hostname }) => LOOPBACK.includes(hostname))) return 'foreign';
  await Promise.allSettled(registrations.map((registration) => registration.unregister()));
  return mayReload(reloaded) ? 'unregistered' : 'foreign';
}

/** Looks for workers over this page; `name` separates the tab marks of deployments on one origin. */
export function lookForServiceWorkers(address: URL, name: string): Promise<ServiceWorkerFinding> {
  const tab = tabStorage();
  return dismissServiceWorkers(
    navigator.serviceWorker,
    [address, new URL(`${BASE_PATH}callback`, address)],
    tab && makeTabMark(tab, `${name}:reloaded`),
  );
}

/** Finds all registrations, since unregistering one uncovers the next; none if the browser rejects the query. */
async function registrationsOver(
  addresses: readonly URL[],
  workers: ServiceWorkers | undefined,
): Promise<readonly ServiceWorkerRegistration[]> {
  try {
    const all = (await workers?.getRegistrations()) ?? [];
    return all.filter(({ scope }) => addresses.some(({ href }) => href.startsWith(scope)));
  } catch {
    return [];
  }
}

/** Returns whether this tab was not reloaded yet, and marks it as reloaded. */
function mayReload(reloaded: TabMark | undefined): boolean {
  if (!reloaded || reloaded.get() !== null) return false;
  try {
    reloaded.set('yes');
    return true;
  } catch {
    return false;
  }
}
