import { BASE_PATH } from '../deployment.ts';
import type { LoginEnd } from '../session/dependencies.ts';

/** A page that is prerendered may never be seen, and must not spend a login's one code. */
export function shown(): Promise<void> {
  const page: Document & { readonly prerendering?: boolean } = document;
  if (!page.prerendering) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}

/** The first script may run before the rest of a slow page has come. */
export function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** Opens the connection that the next requests need, while the first ones are still being made. */
export function preconnect(origin: string): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.crossOrigin = 'anonymous';
  link.href = origin;
  document.head.append(link);
}

/**
 * Lets tokens and lists go with the document once a login has ended: the next one is the first page
 * after a log-out, and the same page otherwise.
 */
export function replaceDocument(end: LoginEnd): void {
  location.replace(end === 'logged-out' ? BASE_PATH : location.pathname + location.search);
}

/** Says that a part of the page is missing or failed, and offers to load the page anew. */
export async function sayBroken(): Promise<void> {
  await parsed();
  const notice = document.getElementById('broken');
  if (!notice?.hidden) return;
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => location.reload());
}

/** Takes back what `sayBroken` said, once something else is shown. */
export function unsayBroken(): void {
  document.getElementById('broken')?.setAttribute('hidden', '');
}
