import type { Plugin } from 'vite';

/** Sends the one place where Solid turns its own templates into elements through a named policy. */
export function trustedTemplates(): Plugin {
  return {
    name: 'trusted-templates',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/solid-js[\\/]web[\\/]dist[\\/]web\.js/.test(id)) return;
      const parts = code.split('t.innerHTML = html;');
      // Fails the build rather than the page, should Solid ever write templates another way.
      if (parts.length !== 2) this.error('Solid makes its templates differently now');
      const policy =
        'const trusted = globalThis.trustedTypes?.createPolicy("solid-template", { createHTML: (html) => html }) ?? { createHTML: (html) => html };\n';
      return { code: policy + parts.join('t.innerHTML = trusted.createHTML(html);'), map: null };
    },
  };
}

/**
 * Tells Solid at build time that no page ever comes from a server, so that the code which takes over
 * such pages is left out.
 */
export function neverHydrated(): Plugin {
  const state = /(?<!delete )\bsharedConfig\.(?:context|registry|effects|events)\b(?!\s*=[^=])/g;
  return {
    name: 'never-hydrated',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/node_modules[\\/](solid-js|@solidjs)[\\/]/.test(id) || !state.test(code)) return;
      const unhydrated = code.replace(state, '(undefined)');
      return { code: unhydrated.replace(/\bisHydrating\(\w+\)(?! \{)/g, 'false'), map: null };
    },
  };
}

/** Takes the router's form actions out of the build: no form here is sent anywhere. */
export function withoutActions(): Plugin {
  const listening = /document\.(?:add|remove)EventListener\("submit", handleFormSubmit\);/g;
  return {
    name: 'without-actions',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/@solidjs[\\/]router[\\/]dist[\\/]/.test(id) || !code.includes('handleFormSubmit'))
        return;
      // Fails the build rather than the page, should the router ever do it another way.
      if (code.match(listening)?.length !== 2) this.error('the router listens differently now');
      return { code: code.replace(listening, ''), map: null };
    },
  };
}
