import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ICON_NAMES } from '../src/ui/icon-names.ts';

const LUCIDE = join(import.meta.dirname, '../node_modules/lucide-static');
/** The shapes inside an icon's `<svg>`, and their attributes. */
const SHAPE = /<(path|circle|line|rect) ([^>]*)\/>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
/** The first point of a path that begins with a relative one, which counts as absolute there only. */
const FIRST_POINT = /^m(-?[\d.]+)[ ,]?(-?[\d.]+)([ ,\d.-]?)/;

const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${ICON_NAMES.map(pathOf).join('')}</svg>\n`;
const hash = createHash('sha256').update(sprite).digest('base64url').slice(0, 8);
const FILE = `assets/icons-${hash}.svg`;

/** The value that tells the pages where the sprite is, below the base path. */
export const ICONS: Readonly<Record<string, string>> = {
  'import.meta.env.ICONS_FILE': JSON.stringify(FILE),
};

/**
 * Writes the icons of `src/ui/icon-names.ts` into one file of paths, and Lucide's licence beside it; fails where
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

/**
 * Joins the shapes of an icon into one path, since each place that uses an icon styles and lays out all its elements.
 *
 * @throws Error where Lucide has no icon of this name, or it has a shape that is not known here.
 */
function pathOf(name: string): string {
  const svg = readFileSync(join(LUCIDE, `icons/${name}.svg`), 'utf8').replace(/<!--.*?-->/gs, '');
  const shapes = [...svg.matchAll(SHAPE)];
  if (shapes.length === 0 || shapes.length !== svg.match(/<\w/g)?.slice(1).length)
    throw new Error(`Lucide's icon ${name} has other shapes than those in .build/icons.ts`);
  return `<path id="${name}" d="${shapes.map(([, shape = '', text = '']) => dataOf(shape, text)).join('')}"/>`;
}

/** Gives the path data of one shape. */
function dataOf(shape: string, text: string): string {
  const attributes = new Map([...text.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, value]));
  const of = (key: string) => Number(attributes.get(key) ?? 0);
  if (shape === 'path')
    return (attributes.get('d') ?? '').replace(
      FIRST_POINT,
      (_, x, y, next) => `M${x} ${y}${next && `l${next}`}`,
    );
  if (shape === 'line') return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
  if (shape === 'circle') {
    const half = `a${of('r')} ${of('r')} 0 1 0`;
    return `M${of('cx') - of('r')} ${of('cy')}${half} ${2 * of('r')} 0${half} ${-2 * of('r')} 0z`;
  }
  const [width, height, round] = [of('width'), of('height'), of('rx')];
  const corner = (x: number, y: number) => `a${round} ${round} 0 0 1 ${x} ${y}`;
  return [
    `M${of('x') + round} ${of('y')}h${width - 2 * round}`,
    `${corner(round, round)}v${height - 2 * round}`,
    `${corner(-round, round)}h${2 * round - width}`,
    `${corner(-round, -round)}v${2 * round - height}`,
    `${corner(round, -round)}z`,
  ].join('');
}
