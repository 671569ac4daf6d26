import { BASE_PATH } from '../deployment.ts';
import type { TabMark } from '../session/types.ts';
import { makeTabMark } from '../storage/pending-logins.ts';
import { tabStorage } from '../storage/stores.ts';

/** What is used of `navigator.serviceWorker`: enough to find workers, and not to register one. */
export type ServiceWorkers = Pick<ServiceWorkerContainer, 'controller' | 'getRegistrations'>;

/** What becomes of a start: it goes on, is made anew without the worker, or does without a login. */
export type ServiceWorkerFinding = 'none' | 'unregistered' | 'foreign';

/** Where a page may end the workers of others: on one's own machine apps follow each other on one port. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Looks for a service worker of another app, which would see the authorization response and every
 * token, and unregisters it on loopback (RFC 10017, section 8.2). This app has none.
 *
 * @param workers nothing in a browser or context without service workers.
 * @param addresses what no worker may cover: this page and the redirect URI.
 * @param reloaded says that this tab was reloaded for it, so that a worker which comes back makes no loop;
 *   nothing where the tab keeps nothing.
 */
export async function dismissServiceWorkers(
  workers: ServiceWorkers | undefined,
  addresses: readonly URL[],
  reloaded: TabMark | undefined,
): Promise<ServiceWorkerFinding> {
  const registrations = await registrationsOver(addresses, workers);
  // A worker controls the pages it has even after its registration is gone.
  if (!workers?.controller && registrations.length === 0) {
    reloaded?.remove();
    return 'none';
  }
  if (!addresses.every(({ hostname }) => LOOPBACK.includes(hostname))) return 'foreign';
  await Promise.allSettled(registrations.map((registration) => registration.unregister()));
  return mayReload(reloaded) ? 'unregistered' : 'foreign';
}

/** Does so for this page; `name` keeps the tab marks of deployments on one origin apart. */
export function lookForServiceWorkers(address: URL, name: string): Promise<ServiceWorkerFinding> {
  const tab = tabStorage();
  return dismissServiceWorkers(
    navigator.serviceWorker,
    [address, new URL(`${BASE_PATH}callback`, address)],
    tab && makeTabMark(tab, `${name}:reloaded`),
  );
}

/** All and not the nearest, since one that ends uncovers the next; a browser that will not tell has none. */
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

/** Whether this tab was not reloaded before, and will know that it was. */
function mayReload(reloaded: TabMark | undefined): boolean {
  if (!reloaded || reloaded.get() !== null) return false;
  try {
    reloaded.set('yes');
    return true;
  } catch {
    return false;
  }
}
