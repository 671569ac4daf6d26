import { markupToText } from '../../../spotify/decode-entities.ts';
import { type FileRow, isLikedName, NO_SONG, type ReadFile } from './read-file.ts';
import { dayIn, durationIn, isrcIn, uriIn, wordsIn } from './values.ts';

/** A leaf element: its local name, its attributes as text, and its text. */
interface Leaf {
  readonly name: string;
  readonly attributes: string;
  readonly text: string;
}

/** Reads an XSPF playlist; `undefined` for other XML. */
export function readXspf(text: string, name: string): ReadFile | undefined {
  if (!/^\uFEFF?\s*<(?:\?xml|playlist|!--)/.test(text) || !/<(?:[\w.-]+:)?playlist\b/.test(text))
    return undefined;
  const rows: FileRow[] = [];
  const about: Leaf[] = [];
  let leaves = about;
  for (const part of elementsOf(text)) {
    if (part === 'track') leaves = [];
    else if (part === '/track') {
      if (leaves !== about) rows.push(rowOf(leaves));
      leaves = about;
    } else leaves.push(part);
  }
  const words = (wanted: string) => wordsIn(about.find((leaf) => leaf.name === wanted)?.text);
  const description = words('annotation');
  const listName = words('title') ?? name;
  const kind = isLikedName(listName) && words('creator') === null ? 'liked' : 'playlist';
  return { format: 'XSPF', lists: [{ name: listName, description, kind, rows }], warnings: [] };
}

function rowOf(leaves: readonly Leaf[]): FileRow {
  const texts = (name: string) =>
    leaves.filter((leaf) => leaf.name === name).map(({ text }) => text);
  const words = (name: string) => wordsIn(texts(name)[0]);
  const meta = (word: string) =>
    leaves.find(({ name, attributes }) => name === 'meta' && attributes.includes(word))?.text ?? '';
  const uris = ['location', 'identifier', 'info'].flatMap(texts).map(uriIn);
  const creator = words('creator');
  return {
    ...NO_SONG,
    uri: uris.find((uri) => uri !== null) ?? null,
    isrc: isrcIn(meta('ISRC')),
    title: words('title'),
    artists: creator ? [creator] : [],
    album: words('album'),
    durationMs: durationIn(texts('duration')[0] ?? '', 1),
    addedAt: dayIn(meta('added_at')),
  };
}

/** A piece of XML: text, or a tag. */
type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'begin' | 'end' | 'empty';
      readonly name: string;
      readonly attributes: string;
    };

/** Gives the leaf elements from left to right, and the begin and end of each track. */
function* elementsOf(text: string): Generator<Leaf | 'track' | '/track'> {
  let open: Omit<Leaf, 'text'> | undefined;
  let content = '';
  for (const token of tokensOf(text)) {
    if (token.kind === 'text') {
      content += token.text;
      continue;
    }
    const isEnd = token.kind === 'end';
    if (token.name === 'track') yield isEnd ? '/track' : 'track';
    else if (isEnd && open?.name === token.name) yield { ...open, text: content };
    open = token.kind === 'begin' ? token : undefined;
    content = '';
  }
}

/** Cuts XML into tokens in one pass; entities of a document type are never expanded. */
function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const next = indexOr(text, '<', at);
    // A parser normalises literal line ends before it decodes references (XML 1.0, section 2.11).
    const raw = text.slice(at, next).replace(/\r\n?/g, '\n');
    if (raw !== '') yield { kind: 'text', text: markupToText(raw) };
    if (text.startsWith('<![CDATA[', next)) {
      at = indexOr(text, ']]>', next);
      yield { kind: 'text', text: text.slice(next + '<![CDATA['.length, at) };
      at += ']]>'.length;
    } else if (text.startsWith('<!--', next)) at = indexOr(text, '-->', next) + '-->'.length;
    else {
      at = indexOr(text, '>', next);
      yield* tagOf(text.slice(next + 1, at));
      at += 1;
    }
  }
}

function tagOf(tag: string): readonly Token[] {
  const [, slash, name, attributes = ''] = /^(\/?)(?:[\w.-]+:)?([\w.-]+)(.*)$/s.exec(tag) ?? [];
  if (!name) return [];
  return [{ kind: slash ? 'end' : tag.endsWith('/') ? 'empty' : 'begin', name, attributes }];
}

function indexOr(text: string, mark: string, at: number): number {
  const index = text.indexOf(mark, at);
  return index < 0 ? text.length : index;
}
