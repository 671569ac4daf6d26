import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ICON_NAMES } from '../src/ui/icon-names.ts';

const LUCIDE = join(import.meta.dirname, '../node_modules/lucide-static');
/** What is inside an icon's `<svg>`; its attributes are set where it is used. */
const SHAPES = /<svg[^>]*>([\s\S]*)<\/svg>/;

const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${ICON_NAMES.map(symbolOf).join('')}</svg>\n`;
const hash = createHash('sha256').update(sprite).digest('base64url').slice(0, 8);
const FILE = `assets/icons-${hash}.svg`;

/** The value that tells the pages where the sprite is, below the base path. */
export const ICONS: Readonly<Record<string, string>> = {
  'import.meta.env.ICONS_FILE': JSON.stringify(FILE),
};

/**
 * Writes the icons of `src/ui/icon-names.ts` into one file of symbols, and Lucide's licence beside it; fails where
 * Lucide lacks a name, or no module names an icon.
 */
export function icons(): Plugin {
  const unused = new Set<string>(ICON_NAMES);
  return {
    name: 'icons',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.endsWith(FILE)) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(sprite);
      });
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.includes('/src/') || id.endsWith('icon-names.ts')) return;
        for (const name of unused)
          if (new RegExp(`['"]${name}['"]`).test(code)) unused.delete(name);
      },
    },
    generateBundle() {
      if (unused.size > 0) this.error(`no module uses these icons: ${[...unused].join(', ')}`);
      this.emitFile({ type: 'asset', fileName: FILE, source: sprite });
      const source = `Icons: Lucide\n\n${readFileSync(join(LUCIDE, 'LICENSE'), 'utf8')}`;
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source });
    },
  };
}

/** @throws Error where Lucide has no icon of this name. */
function symbolOf(name: string): string {
  const [, shapes = ''] =
    SHAPES.exec(readFileSync(join(LUCIDE, `icons/${name}.svg`), 'utf8')) ?? [];
  if (shapes === '') throw new Error(`Lucide's icon ${name} has no shapes`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.trim().replace(/>\s+</g, '><').replace(/ \/>/g, '/>')}</symbol>`;
}
