import type { LoginBlocker } from '../services/login-blocker.ts';

const TEXTS: Readonly<Record<LoginBlocker, string>> = {
  'insecure-context':
    'This page was loaded over an insecure connection, where browsers switch off the cryptography a login needs. Open it over https, or on your own machine at http://127.0.0.1:8888.',
  'no-web-crypto':
    'This browser lacks the cryptography that a login needs (Web Crypto). Use a current Firefox, Chrome, Edge or Safari.',
  'no-web-locks':
    'This browser lacks something that keeps a login safe in several tabs (Web Locks). Use a current Firefox, Chrome, Edge or Safari; the demo works here.',
  'service-worker':
    'A service worker of another app sits between this page and Spotify. No login starts or finishes here, and a stored one stays untouched. Clear this site’s data, including a stored login, and reload. Or ask the people who run this site. The demo works here.',
  storage:
    'This browser doesn’t let this page store anything, so a login would be lost at once. Allow site data for this page and reload; the demo works here.',
};

/** Explains why this browser cannot store a login safely, and the remedy. */
export function loginBlockerText(loginBlocker: LoginBlocker): string {
  return TEXTS[loginBlocker];
}
