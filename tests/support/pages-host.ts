import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A static host that behaves as GitHub Pages. */
export interface PagesHost {
  readonly origin: string;
  /** URL of the site: origin and base path. */
  readonly url: string;
  /** Path and query of every request, with its Referer. */
  readonly requests: readonly { readonly path: string; readonly referer: string | undefined }[];
  close(): Promise<void>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

const compressed = promisify(gzip);

/**
 * Serves a folder under a base path with no rewriting: the file, else the file with .html, else
 * 404.html as a 404; text compressed with gzip, all of it cached for ten minutes.
 */
export async function startPagesHost(
  folder: string,
  basePath = '/liner/',
  port = 0,
): Promise<PagesHost> {
  const requests: { path: string; referer: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? '', referer: request.headers.referer });
    const { pathname } = new URL(request.url ?? '/', 'http://pages.invalid');
    const found = await findFile(folder, basePath, pathname);
    const type = MEDIA_TYPES[found?.extension ?? ''] ?? 'application/octet-stream';
    const body = found?.body ?? Buffer.from('Not found');
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    // GitHub Pages does not use brotli.
    const isCompressed = takesGzip && !/^image\/(png|vnd)|octet-stream/.test(type);
    response.writeHead(found?.status ?? 404, {
      'content-type': type,
      'cache-control': 'max-age=600',
      vary: 'Accept-Encoding',
      ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(isCompressed ? await compressed(body) : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + basePath,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface FoundFile {
  readonly status: number;
  readonly extension: string;
  readonly body: Buffer;
}

async function findFile(
  folder: string,
  basePath: string,
  pathname: string,
): Promise<FoundFile | undefined> {
  if (pathname.startsWith(basePath)) {
    const path = normalize(`/${decoded(pathname.slice(basePath.length))}`);
    const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
    for (const name of names) {
      const file = await readIfThere(join(folder, name), 200);
      if (file !== undefined) return file;
    }
  }
  return readIfThere(join(folder, '404.html'), 404);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readIfThere(path: string, status: number): Promise<FoundFile | undefined> {
  try {
    return { status, extension: extname(path), body: await readFile(path) };
  } catch {
    return undefined;
  }
}
