import type { Plugin } from 'vite';

const YEAR_MS = 365 * 24 * 3_600_000;

/**
 * Writes `security.txt` (RFC 9116) under `.well-known/`, where the build knows whom to tell of a vulnerability; it
 * expires a year after the build. Without a contact there is no file, since one without is void.
 *
 * @param contact an https address, such as the page for private reports of a repository; empty where unknown.
 */
export function securityTxt(contact: string): Plugin {
  return {
    name: 'security-txt',
    apply: 'build',
    generateBundle() {
      if (contact === '') return;
      const source = textOf(contact, new Date(Date.now() + YEAR_MS));
      this.emitFile({ type: 'asset', fileName: '.well-known/security.txt', source });
    },
  };
}

/** The text of the file. @throws Error where the contact is no https address. */
export function textOf(contact: string, expires: Date): string {
  if (!URL.canParse(contact) || new URL(contact).protocol !== 'https:')
    throw new Error(`SECURITY_CONTACT is no https address: ${contact}`);
  return `Contact: ${new URL(contact).href}\nExpires: ${expires.toISOString()}\nPreferred-Languages: en\n`;
}
