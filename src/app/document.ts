import { BASE_PATH } from '../deployment.ts';
import type { LoginEnd } from '../session/dependencies.ts';

/** Waits until a prerendered page is activated: a page that is never activated must not redeem the code of a login. */
export function shown(): Promise<void> {
  const page: Document & { readonly prerendering?: boolean } = document;
  if (!page.prerendering) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}

/** Waits until the document is parsed: the first script may run before the rest of a slow page has arrived. */
export function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** Opens the connection to an origin before the first request to it. */
export function preconnect(origin: string): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.crossOrigin = 'anonymous';
  link.href = origin;
  document.head.append(link);
}

/**
 * Replaces the document after the end of a login, so that tokens and lists leave the memory: by the first
 * page after a log-out, by the same page otherwise.
 */
export function replaceDocument(end: LoginEnd): void {
  location.replace(end === 'logged-out' ? BASE_PATH : location.pathname + location.search);
}

/** Reports that a part of the page failed or did not load, and offers a reload. */
export async function sayBroken(): Promise<void> {
  await parsed();
  const notice = document.getElementById('broken');
  if (!notice?.hidden) return;
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => location.reload());
}

/** Hides the report of `sayBroken`. */
export function unsayBroken(): void {
  document.getElementById('broken')?.setAttribute('hidden', '');
}
