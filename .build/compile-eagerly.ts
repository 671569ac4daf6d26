import type { Plugin } from 'vite';

/** Parts whose functions are nearly all called while the first page is drawn. */
const DRAWING = ['frame', 'library', 'token'];

/**
 * Tells the browser to compile the parts that draw as a whole and beside the page, rather than each of
 * their functions when it is first called, while the person waits (Chromium's explicit compile hint).
 * The hint counts only on the very first line of a file.
 */
export function compileEagerly(): Plugin {
  return {
    name: 'compile-eagerly',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && DRAWING.includes(file.name))
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}
