import { expect, test } from 'vitest';
import { dismissServiceWorkers, type ServiceWorkers } from '../../../src/app/service-workers.ts';
import { makeMemoryTabMark } from '../../../src/storage/memory.ts';

const HERE = 'http://127.0.0.1:8888/';
const ELSEWHERE = 'https://liner.example/';

/** A browser with service workers of other apps, by the scopes they cover. */
function browserWith(scopes: readonly string[]) {
  let registered = scopes.map((scope) => {
    const registration: Pick<ServiceWorkerRegistration, 'scope' | 'unregister'> = {
      scope,
      async unregister() {
        registered = registered.filter((other) => other !== registration);
        return true;
      },
    };
    return registration;
  });
  const workers: ServiceWorkers = {
    controller: null,
    getRegistrations: async () => registered as ServiceWorkerRegistration[],
  };
  return { workers, left: () => registered.map(({ scope }) => scope) };
}

/** Starts the page at `home`, in a tab that remembers; gives what becomes of it, start by start. */
function makeTab(home: string) {
  const reloaded = makeMemoryTabMark();
  const start = (workers: ServiceWorkers | undefined) =>
    dismissServiceWorkers(workers, [new URL(home), new URL('callback', home)], reloaded);
  return { reloaded, start };
}

const controller = {} as ServiceWorker;

test('[s21] a page goes on at once where no service worker covers it, or the browser has none', async () => {
  const { start, reloaded } = makeTab(ELSEWHERE);
  expect(await start(undefined)).toBe('none');
  expect(await start(browserWith([`${ELSEWHERE}other/`]).workers)).toBe('none');
  expect(reloaded.get()).toBeNull();
});

test('[s21] a browser that does not tell of its service workers counts as one without', async () => {
  const getRegistrations = () => Promise.reject(new DOMException('no', 'SecurityError'));
  expect(await makeTab(HERE).start({ controller: null, getRegistrations })).toBe('none');
});

test.each([HERE, 'http://localhost:8888/', 'https://[::1]:8888/'])(
  '[s21] on loopback (%s) all that cover the page or the redirect URI are unregistered, and no other',
  async (home) => {
    const { workers, left } = browserWith([home, `${home}callback`, `${home}other/`]);
    expect(await makeTab(home).start(workers)).toBe('unregistered');
    expect(left()).toEqual([`${home}other/`]);
  },
);

test('[s21] a service worker that controls the page counts without a registration', async () => {
  const { workers } = browserWith([]);
  expect(await makeTab(HERE).start({ ...workers, controller })).toBe('unregistered');
  expect(await makeTab(ELSEWHERE).start({ ...workers, controller })).toBe('foreign');
});

test('[s21] elsewhere a service worker stays as it is, and bars the login at every start', async () => {
  const { workers, left } = browserWith([`${ELSEWHERE}callback`]);
  const { start, reloaded } = makeTab(ELSEWHERE);
  expect(await start(workers)).toBe('foreign');
  expect(await start(workers)).toBe('foreign');
  expect(left()).toEqual([`${ELSEWHERE}callback`]);
  expect(reloaded.get()).toBeNull();
});

test('[s21] a service worker that comes back makes no second reload until a start without one', async () => {
  const { start } = makeTab(HERE);
  expect(await start(browserWith([HERE]).workers)).toBe('unregistered');
  const again = browserWith([HERE]);
  expect(await start(again.workers)).toBe('foreign');
  expect(again.left()).toEqual([]);
  expect(await start(again.workers)).toBe('none');
  expect(await start(browserWith([HERE]).workers)).toBe('unregistered');
});

test('[s21] a tab that cannot remember its reload makes none', async () => {
  const addresses = [new URL(HERE)];
  const { workers } = browserWith([HERE]);
  expect(await dismissServiceWorkers(workers, addresses, undefined)).toBe('foreign');
  const full = {
    ...makeMemoryTabMark(),
    set() {
      throw new DOMException('no room', 'QuotaExceededError');
    },
  };
  expect(await dismissServiceWorkers(browserWith([HERE]).workers, addresses, full)).toBe('foreign');
});
