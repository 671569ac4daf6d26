import { type MinifyOptions, minify } from 'terser';
import terser from 'terser/package.json' with { type: 'json' };
import type { Plugin } from 'vite';

const OPTIONS: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 3, keep_fargs: false },
};

/** Goes over the minified code once more: what one minifier leaves, another finds, here 2 % of all bytes. */
export function minifyAgain(): Plugin {
  return {
    name: 'minify-again',
    apply: 'build',
    enforce: 'post',
    // A name never stands for two contents: who still has the older one could not start the newer page.
    augmentChunkHash: () => terser.version + JSON.stringify(OPTIONS) + withoutDetours,
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        // What only the demo loads is large, and nobody waits for it.
        if (chunk.type !== 'chunk' || chunk.name === 'start-demo') continue;
        const { code } = await minify(withoutDetours(chunk.code), structuredClone(OPTIONS));
        if (code) chunk.code = code;
      }
    },
  };
}

/** Takes off what Vite puts around an import so that it can see which exports are used: by now it has seen. */
function withoutDetours(code: string): string {
  return code
    .replace(
      /async ?\(\) ?=> ?\{\s*(?:const|let) ?\{[^{}]*\} ?= ?await \(?(import\([^()]+\))\)?;?\s*return ?\{[^{}]*\};?\s*\}/g,
      '()=>$1',
    )
    .replace(/(import\([^()]+\)), ?\[\](?=\))/g, '$1');
}
