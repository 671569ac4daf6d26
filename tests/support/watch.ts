import type { BrowserContext } from '@playwright/test';

/** Expectations of a test about its pages. */
export interface Announcements {
  /** Expects console messages, uncaught errors or CSP reports that match; at least one must occur. */
  expectConsole(pattern: RegExp): void;
  /** Lets Chromium log failed requests and answers from 400 on. */
  allowNetworkErrors(): void;
  /** Allows requests to another host. */
  allowHost(host: string): void;
}

/** Collects errors in all pages of a context that no user should get. */
export interface Watch extends Announcements {
  /** Sentences on unexpected errors, and on expected ones that did not occur; empty when all is well. */
  complaints(): string[];
}

const NETWORK_NOISE = [/Failed to load resource/, /net::ERR_/, /blocked by CORS policy/];
const OWN_HOSTS = [
  /^accounts\.spotify\.com$/,
  /^api\.spotify\.com$/,
  /\.(scdn\.co|spotifycdn\.com)$/,
];
const CSP_REPORT = 'securitypolicyviolation:';

/** Begins to watch a context; `appOrigin` is the origin of the app. */
export async function watchPages(context: BrowserContext, appOrigin: string): Promise<Watch> {
  const troubles: string[] = [];
  const foreignRequests: { readonly host: string; readonly text: string }[] = [];
  const announced: { readonly pattern: RegExp; came: boolean }[] = [];
  const allowedHosts = new Set([new URL(appOrigin).host]);
  let networkErrorsAllowed = false;

  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => troubles.push(`uncaught: ${webError.error().message}`));
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (!/^(https?|wss?):$/.test(protocol) || OWN_HOSTS.some((own) => own.test(host))) return;
    foreignRequests.push({
      host,
      text: `request to a foreign host: ${request.method()} ${request.url()}`,
    });
  });
  context.on('response', (response) => {
    if (response.status() !== 501) return;
    troubles.push(`not implemented: ${response.request().method()} ${response.url()}`);
  });
  await context.addInitScript((prefix) => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `${prefix} ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`,
      );
    });
  }, CSP_REPORT);

  function isAnnounced(text: string): boolean {
    const matching = announced.filter(({ pattern }) => pattern.test(text));
    for (const announcement of matching) announcement.came = true;
    return matching.length > 0;
  }

  function isAllowedNoise(text: string): boolean {
    return networkErrorsAllowed && NETWORK_NOISE.some((noise) => noise.test(text));
  }

  return {
    expectConsole(pattern) {
      announced.push({ pattern, came: false });
    },
    allowNetworkErrors() {
      networkErrorsAllowed = true;
    },
    allowHost(host) {
      allowedHosts.add(host);
    },
    complaints() {
      const unannounced = troubles.filter((text) => !isAnnounced(text) && !isAllowedNoise(text));
      const foreign = foreignRequests
        .filter(({ host }) => !allowedHosts.has(host))
        .map(({ text }) => text);
      const inVain = announced
        .filter(({ came }) => !came)
        .map(({ pattern }) => `announced but never came: ${pattern}`);
      return [...unannounced, ...foreign, ...inVain];
    },
  };
}
