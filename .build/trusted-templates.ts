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
