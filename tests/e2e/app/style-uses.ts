import { attributeFeatures, type Candidates, styleFeatures } from './compat-data.ts';

/** A use in a style sheet or markup, with the features that it may be. */
export type Use = readonly [words: string, features: Candidates];

/** Analyses a minified style sheet: at-rules, selectors, properties, values and functions. */
export function styleUsesOf(style: string): readonly Use[] {
  const code = style.replace(/"[^"]*"|url\([^)]*\)/g, '""');
  return [
    ...namesIn(code, /@([\w-]+)/g).map((name): Use => [`@${name}`, styleFeatures.rule(name)]),
    ...namesIn(code, /::?([\w-]+)(?=[^{}]*\{)/g).map(
      (name): Use => [`:${name}`, styleFeatures.selector(name)],
    ),
    ...namesIn(code, /([a-z][\w-]*)\(/g).map(
      (name): Use => [`${name}()`, styleFeatures.function(name)],
    ),
    ...declarationsIn(code).flatMap(([property, value]): Use[] => [
      [property, styleFeatures.property(property)],
      ...value
        .split(/[\s,/]+/)
        .map((word): Use => [`${property}: ${word}`, styleFeatures.value(property, word)]),
    ]),
  ];
}

/** Lists the attributes in markup, in HTML or in a string of a script. */
export function attributeUsesOf(markup: string): readonly Use[] {
  return [...markup.matchAll(/<([a-z]\w*)((?:\s*[\w-]+(?:=(?:"[^"]*"|[^\s"'>]+))?)*)/g)].flatMap(
    ([, element = '', attributes = '']) =>
      namesIn(attributes.replace(/="[^"]*"|=[^\s"'>]+/g, ' '), /([\w-]+)/g).map(
        (name): Use => [`<${element} ${name}>`, attributeFeatures(element, name)],
      ),
  );
}

function namesIn(code: string, pattern: RegExp): readonly string[] {
  return [...code.matchAll(pattern)].map(([, name = '']) => name);
}

function declarationsIn(code: string): readonly (readonly [string, string])[] {
  const found = code.matchAll(/(?<=[{;])([a-z-]+):([^;{}]*)(?=[;}])/g);
  return [...found].map(([, property = '', value = '']) => [property, value] as const);
}
