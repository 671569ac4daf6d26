import type { Plugin } from 'vite';

/** How a part asks the bundler's helpers for the one that makes a module's namespace, and for no other. */
const HELPER = /import \{ \w+ as (__exportAll\w*) \} from "[^"]*rolldown-runtime[^"]*";/;

/**
 * Gives each part that lazy modules were merged into its own few bytes to hand them out: the bundler's
 * helpers are a file of their own, one more to wait for before anything is drawn.
 */
export function ownNamespaces(): Plugin {
  return {
    name: 'own-namespaces',
    apply: 'build',
    renderChunk: (code) =>
      code.replace(
        HELPER,
        (_, name: string) => `const ${name} = (getters) => {
          const namespace = {};
          for (const key in getters) Object.defineProperty(namespace, key, { get: getters[key] });
          return namespace;
        };`,
      ),
  };
}
