import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILT_SITE, PROJECT } from '../../support/build-site.ts';
import { isOfDemo } from '../../support/built-scripts.ts';

const CHARSET = '<meta charset="utf-8" />';
/** The policy without the hashes of the page's inline scripts. */
const POLICY =
  "default-src 'none'; script-src 'self' HASHES; style-src 'self'; img-src 'self' https://*.scdn.co https://*.spotifycdn.com; connect-src https://accounts.spotify.com https://api.spotify.com; manifest-src 'self'; worker-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types solid-template";
const SCRIPT_ELEMENT = /<script([^>]*)>([\s\S]*?)<\/script>/g;

interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

/** The production build, file by file. */
let files: readonly BuiltFile[] = [];

test.beforeAll(async () => {
  const entries = await readdir(BUILT_SITE, { recursive: true, withFileTypes: true });
  const reading = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(BUILT_SITE.length + 1), text: await readFile(path, 'utf8') };
    });
  files = await Promise.all(reading);
});

/** The scripts without those that only the demo loads: msw has code that the app itself must not have. */
const isAppScript = ({ name, text }: BuiltFile) => name.endsWith('.js') && !isOfDemo(text);

/** The pages, with the metadata of their heads. */
const pages = () => files.filter(({ name }) => name.endsWith('.html'));

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The inline scripts of the page. */
const inlineScripts = (text: string) =>
  [...text.matchAll(SCRIPT_ELEMENT)].flatMap(([, , content]) => content || []);

test('every page of the build is the same page under its own address', () => {
  const names = pages().map(({ name }) => name);
  expect(names.sort()).toEqual([
    '404.html',
    'api.html',
    'backup.html',
    'callback.html',
    'changes.html',
    'demo/authorize.html',
    'flow.html',
    'flow/result.html',
    'flow/steps.html',
    'index.html',
    'lab.html',
    'liked.html',
    'login.html',
    'playlists.html',
    'privacy.html',
    'saved/albums.html',
    'saved/audiobooks.html',
    'saved/episodes.html',
    'saved/shows.html',
    'songs.html',
    'tidy.html',
  ]);
});

test('[row 46, row 47, row 14] the policy stands directly after the character set, and the referrer rule next', () => {
  for (const { name, text } of pages()) {
    const [before, after] = text.split(CHARSET);
    expect(before, name).toMatch(/^<!doctype html>\s*<html lang="en">\s*<head>\s*$/);
    const meta =
      /^\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>\s*(<meta[^>]*>)/;
    const [, policy, next] = meta.exec(after ?? '') ?? [];
    expect(policy?.replace(/'sha256-[^;]*/, 'HASHES'), name).toBe(POLICY);
    expect(next, name).toBe('<meta name="referrer" content="no-referrer" />');
  }
});

test('[row 49] the policy allows scripts of the own origin, and those in the page by their hashes alone', () => {
  for (const { name, text } of pages()) {
    const [, listed = ''] = /script-src ([^;]*);/.exec(text) ?? [];
    const own = inlineScripts(text).map((script) => `'${hashOf(script)}'`);
    expect(listed.split(' ').sort(), name).toEqual(["'self'", ...own].sort());
    // WebKit refuses static imports of chunks that only an import map knows by their integrity.
    expect(text, name).not.toMatch(/importmap|integrity/);
  }
});

test('[row 51] no page holds a style of its own, nor a script but its theme and its watch over the start, or loads one from elsewhere', () => {
  for (const { name, text } of pages()) {
    expect(text, name).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    const scripts = [...text.matchAll(SCRIPT_ELEMENT)];
    const inline = scripts.filter(([, , content]) => content !== '');
    expect(inline.map(([, attributes]) => attributes)).toEqual(['', '']);
    expect(inline[0]?.[2], name).toContain('dataset.theme');
    expect(inline[1]?.[2], name).toContain('"not-started"');
    for (const [, attributes, content] of scripts) {
      if (content === '') expect(attributes, name).toMatch(/ src="\/assets\//);
    }
    for (const [, address] of text.matchAll(/(?:src|href)="([^"]*)"/g)) {
      // An empty address is the page itself.
      expect(address, name).toMatch(/^(\/[^/]|$)/);
    }
  }
});

test('[row 3, row 5] no script but the demo’s draws from Math.random', () => {
  const scripts = files.filter(isAppScript);
  expect(scripts.length).toBeGreaterThan(5);
  for (const { name, text } of scripts) expect(text, name).not.toContain('Math.random');
  const all = scripts.map(({ text }) => text).join('\n');
  expect(all).toContain('getRandomValues');
});

test('a site built without a Client ID holds none', () => {
  for (const { name, text } of files.filter(isAppScript))
    expect(text, name).not.toMatch(/["'`][0-9a-f]{32}["'`]/);
});

test('[row 12] no file knows of a client secret, and no script sends Basic authorization', () => {
  for (const { name, text } of files.filter(({ text }) => !isOfDemo(text))) {
    expect(text, name).not.toMatch(/client_secret=|['"`]client_secret['"`]/);
    expect(text, name).not.toMatch(/Authorization['"`]?[:,]\s*['"`]Basic/i);
  }
});

test('[row 35] every endpoint in the build is https', () => {
  for (const { name, text } of files.filter(isAppScript)) {
    const addresses = [...text.matchAll(/http:\/\/[\w-]+(?:\.[\w-]+)*(?::\d+)?/g)].map(
      ([address]) => address,
    );
    // Two namespaces, the router's base for reading paths, and where a reader may start the app.
    const namespaces = ['http://www.w3.org', 'http://xspf.org'];
    const harmless = [...namespaces, 'http://sr', 'http://127.0.0.1:8888'];
    expect(
      addresses.filter((address) => !harmless.includes(address)),
      name,
    ).toEqual([]);
  }
});

test('nothing in the build shows where or by whom it was built', () => {
  for (const { name, text } of files) {
    expect(name).not.toMatch(/\.map$/);
    expect(text, name).not.toMatch(/sourceMappingURL=/);
    expect(text, name).not.toContain(PROJECT);
  }
});

test('[row 45, row 47] the headers repeat the policy and add what a page cannot set, and the server sends them', async ({
  request,
}) => {
  const listed = files.find(({ name }) => name === '_headers')?.text ?? '';
  const [, policy = ''] = /content="(default-src[^"]*)"/.exec(pages()[0]?.text ?? '') ?? [];
  expect(listed).toContain(`Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`);
  for (const path of ['/', '/playlists', '/playlists/of-someone', '/callback?code=x', '/privacy']) {
    const sent = (await request.get(path)).headers();
    expect(sent, path).toMatchObject({
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
  }
  const asset = files.find(({ name }) => name.startsWith('assets/'))?.name;
  const { 'cache-control': kept } = (await request.get(`/${asset}`)).headers();
  expect(kept).toContain('immutable');
});
