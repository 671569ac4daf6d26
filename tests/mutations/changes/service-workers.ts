import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const MAIN = 'src/app/boot.ts';
const WORKERS = 'src/app/service-workers.ts';
const UNIT = 'unit/app/service-workers.test.ts';
const LOOPBACK = 'e2e/app/service-workers.spec.ts';

/** Faults in meeting the service workers of other apps: row 60 and s21. */
export const SERVICE_WORKERS: readonly Mutation[] = [
  mutation(
    'service-worker',
    'registers a service worker',
    [
      edit(
        MAIN,
        'const looking = lookForServiceWorkers(address, NAME);',
        "await navigator.serviceWorker.register('/sw.js'); const looking = lookForServiceWorkers(address, NAME);",
      ),
    ],
    [proof('unit/house/architecture.test.ts', '[%s] the source knows no %s', '60', 'row 60')],
  ),
  mutation(
    'foreign-worker-ignored',
    'logs in although a service worker of another app sees it',
    [
      edit(
        MAIN,
        "composeServices(world, response, found === 'foreign')",
        'composeServices(world, response)',
      ),
    ],
    [
      proof(
        'e2e/app/service-workers-elsewhere.spec.ts',
        '[s21] elsewhere a service worker is left alone, and no login begins, finishes or is used',
        's21',
      ),
    ],
  ),
  mutation(
    'foreign-worker-ended',
    'unregisters the service workers of others on any host',
    [
      edit(
        WORKERS,
        "if (!addresses.every(({ hostname }) => LOOPBACK.includes(hostname))) return 'foreign';",
        '',
      ),
    ],
    [
      proof(
        UNIT,
        '[s21] elsewhere a service worker stays as it is, and bars the login at every start',
        's21',
      ),
    ],
  ),
  mutation(
    'worker-stays-on-loopback',
    'reloads without an end of the service worker',
    [edit(WORKERS, 'registration.unregister()', 'registration.scope')],
    [
      proof(
        UNIT,
        '[s21] on loopback (%s) all that cover the page or the redirect URI are unregistered, and no other',
        's21',
      ),
      proof(
        LOOPBACK,
        '[s21] on loopback a page ends the service worker that controls it, and a login works',
        's21',
      ),
    ],
  ),
  mutation(
    'answer-lost-at-reload',
    'reloads the callback page without the answer',
    [edit(MAIN, 'location.replace(address);', 'location.reload();')],
    [
      proof(
        LOOPBACK,
        '[s21] on loopback a login finishes although a service worker saw its answer, and leaves it nothing more',
        's21',
      ),
    ],
  ),
  mutation(
    'reload-without-end',
    'reloads for a service worker as often as it comes back',
    [edit(WORKERS, '!reloaded || reloaded.get() !== null', '!reloaded')],
    [
      proof(
        UNIT,
        '[s21] a service worker that comes back makes no second reload until a start without one',
        's21',
      ),
    ],
  ),
  mutation(
    'workers-not-retired',
    'lets an earlier app on the port go on with its service worker',
    [edit('.build/port.ts', "headers['service-worker'] !== 'script'", 'headers')],
    [
      proof(
        LOOPBACK,
        '[s21] an earlier app that answers from its service worker gives way to this one',
        's21',
      ),
    ],
  ),
];
