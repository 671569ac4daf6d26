import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILT_SITE } from '../../support/build-site.ts';
import {
  type Candidates,
  eventFeatures,
  globalFeatures,
  isMissing,
  memberFeatures,
  staticFeatures,
} from './compat-data.ts';
import { newSyntaxOf, type ScriptUses, usesOf } from './script-uses.ts';
import { attributeUsesOf, styleUsesOf, type Use } from './style-uses.ts';

/** Features missing in one of the oldest browsers, each used by exactly one script, with the fallback. */
const GUARDED_IN_SCRIPTS = {
  'AbortSignal.any': 'src/clock.ts joins signals by itself where it is missing',
  'beforeunload event': 'where a tab closes unasked, an export goes on from what is kept',
  '.createWritable': 'src/storage/export-files.ts keeps a file in memory where it is missing',
  'document.prerendering': 'read as false where no page is prerendered',
  'prerenderingchange event': 'listened to where pages are prerendered',
  trustedTypes: 'the templates of Solid are made without a policy where it is missing',
  '.trustedTypes': 'the same, as a member of `globalThis`',
  '.createPolicy': 'called where `trustedTypes` exists',
  'Error.captureStackTrace': 'oauth4webapi calls it where it exists',
  'URL.parse': 'oauth4webapi takes `new URL` where it is missing',
  'Uint8Array.fromBase64': 'oauth4webapi takes `atob` where it is missing',
  '.toBase64': 'oauth4webapi takes `btoa` where it is missing',
  'touchstart event': 'the router loads pages ahead on it, where there are touches',
  '.gather': 'Solid calls it where a server has drawn the page',
};

/** The same for styles and markup. */
const GUARDED_IN_STYLES = {
  ':-moz-progress-bar': 'each engine has a name of its own for it',
  ':-webkit-progress-bar': 'each engine has a name of its own for it',
  ':-webkit-progress-value': 'each engine has a name of its own for it',
  ':-webkit-search-cancel-button': 'where there is no such button, none has to be grey',
  '<img fetchpriority>': 'without it, the picture comes in its turn',
  '<input autocapitalize>': 'for keyboards on a screen',
  'content-visibility': 'without it, long lists take longer to draw',
  'cursor: col-resize': 'a phone has no pointer',
  'cursor: crosshair': 'a phone has no pointer',
  'cursor: default': 'a phone has no pointer',
  'cursor: ew-resize': 'a phone has no pointer',
  'cursor: grab': 'a phone has no pointer',
  'cursor: help': 'a phone has no pointer',
  'cursor: pointer': 'a phone has no pointer',
  'forced-color-adjust': 'where colours are not forced, none has to be kept',
  'line-clamp': 'with its prefix everywhere',
  'overflow-clip-margin': 'what is too long is clipped in an `@supports` rule alone',
  resize: 'a phone has no handle for it',
  'scrollbar-width': 'where it is missing, a thin bar is seen',
  'text-decoration: dotted': 'with its prefix in Safari, or a plain line',
  'text-size-adjust': 'with its prefix on an iPhone; no other browser enlarges text by itself',
  'text-wrap': 'headings of two lines are balanced or not',
  'user-select': 'with its prefix in Safari',
};

/** The texts of the built files with this suffix. */
const textsOf = (kind: string): readonly string[] =>
  readdirSync(BUILT_SITE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(kind))
    .map((path) => readFileSync(join(BUILT_SITE, path), 'utf8'));

/**
 * Lists features that a script uses and one of the oldest browsers lacks. Members that scripts define on their own
 * objects are excluded, unless they are called on a global of the browser.
 */
function missingIn(script: ScriptUses, own = script.ownMembers): readonly string[] {
  const statics = [...script.statics].map((words): Use => {
    const [object = '', name = ''] = words.split('.');
    return [words, staticFeatures(object, name)];
  });
  // A member whose object is known is reported once.
  const known = statics.filter(([, features]) => features.some((feature) => feature));
  const told = new Set(known.map(([words]) => words.split('.')[1]));
  const members = [...script.members].filter((name) => !own.has(name) && !told.has(name));
  return [
    ...missing([
      ...[...script.globals].map((name): Use => [name, globalFeatures(name)]),
      ...statics,
      ...members.map((name): Use => [`.${name}`, memberFeatures(name)]),
      ...[...script.events].map((name): Use => [`${name} event`, eventFeatures(name)]),
    ]),
    // Iterators have methods since Chrome 122, Firefox 131 and Safari 18.4.
    ...script.onIterators,
  ];
}

/** Lists missing features; of a missing property, none of its values. */
function missing(uses: readonly Use[]): readonly string[] {
  const known = new Map<string, Candidates>(uses);
  const found = [...known].filter(([, features]) => isMissing(features)).map(([words]) => words);
  return found.filter((words) => !found.includes(words.replace(/: .*/, '')) || !/: /.test(words));
}

test('what the scripts use is in the oldest browsers, or has a guard', () => {
  const scripts = textsOf('.js').map(usesOf);
  expect(scripts.length).toBeGreaterThan(10);
  const own = new Set(scripts.flatMap(({ ownMembers }) => [...ownMembers]));
  const found = scripts.flatMap((script) => missingIn(script, own));
  expect(found.sort()).toEqual(Object.keys(GUARDED_IN_SCRIPTS).sort());
});

test('what the styles and the markup use is in the oldest browsers, or nothing is lost without it', () => {
  const styles = textsOf('.css');
  const pages = textsOf('.html');
  const templates = textsOf('.js').flatMap((text) => [...usesOf(text).texts]);
  const uses = [
    ...styles.flatMap(styleUsesOf),
    ...[...pages, ...templates].flatMap(attributeUsesOf),
  ];
  expect(uses.length).toBeGreaterThan(1_000);
  expect([...missing(uses)].sort()).toEqual(Object.keys(GUARDED_IN_STYLES).sort());
});

for (const [code, words] of [
  ["URL.canParse('x')", 'URL.canParse'],
  ['const { canParse } = URL', '.canParse'],
  ['self.URL?.canParse(x)', '.canParse'],
  ['Object.groupBy(list, of)', 'Object.groupBy'],
  ['Promise.withResolvers()', 'Promise.withResolvers'],
  ['new Set().union(others)', '.union'],
  ['list.values().map(to)', 'values().map'],
  ['new Map(pairs).entries().toArray()', '.toArray'],
  ['scheduler.yield()', 'scheduler'],
  ['new Float16Array(1)', 'Float16Array'],
  ["addEventListener('scrollend', done)", 'scrollend event'],
  ['addEventListener(`scrollend`, done)', 'scrollend event'],
  ['document.startViewTransition(draw)', 'document.startViewTransition'],
] as const) {
  test(`"${code}" is noticed`, () => {
    expect(missingIn(usesOf(code))).toContain(words);
  });
}

test('the script that tells of browsers which are too old keeps to the syntax of ES5', () => {
  const page = textsOf('index.html')[0] ?? '';
  const [, script = ''] = /<script>([^<]*"not-started"[^<]*)</.exec(page) ?? [];
  expect(script).toContain('5000');
  expect(newSyntaxOf(script)).toEqual([]);
  expect(newSyntaxOf('let a = () => `b` + c?.d')).toEqual([
    'let',
    'ArrowFunctionExpression',
    'TemplateLiteral',
    'ChainExpression',
  ]);
});

test('a new property, value, rule, selector, function and attribute are noticed', () => {
  const style =
    '@starting-style{a{opacity:0}}a:open{position-area:top;cursor:grab;width:calc-size(auto,size)}';
  expect([...missing(styleUsesOf(style))].sort()).toEqual([
    ':open',
    '@starting-style',
    'calc-size()',
    'cursor: grab',
    'position-area',
  ]);
  const markup = '<details name="one"><button type=button command=show-modal>';
  expect(missing(attributeUsesOf(markup))).toEqual(['<details name>', '<button command>']);
});
