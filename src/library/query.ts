/** Tells whether a row is among those asked for. */
export type Condition<Row> = (row: Row) => boolean;

/**
 * What may stand before a colon in a query, in small letters: each makes a condition of the folded
 * text after the colon, or gives `null` where that means nothing to it.
 */
export type Operators<Row> = Readonly<Record<string, (value: string) => Condition<Row> | null>>;

/** A query in its parts: the conditions of its operators, and the words and phrases to look for. */
export interface Query<Row> {
  readonly conditions: readonly Condition<Row>[];
  readonly words: readonly string[];
}

/** A word or a "phrase", perhaps after `name:`; a quote still open ends with the query. */
const TERMS = /([a-z]+:)?(?:"([^"]*)"?|(\S*))/g;

/** An ID alone, in a URI or in a link; links come with a language, as embedded, and with a tail. */
const ADDRESS =
  /^(?:(?:spotify:|(?:https?:\/\/)?open\.spotify\.com\/(?:(?:intl-|embed)[^/]*\/)*)(?:user[:/][^:/]+[:/])?(?:playlist|track|episode)[:/])?([\da-z]{22})(?:[/?#].*)?$/i;

/** Gives the Spotify ID in a pasted ID, URI or link, or the URI of a local file; `null` for any other query. */
export function addressIn(query: string): string | null {
  if (query.startsWith('spotify:local:')) return query;
  return ADDRESS.exec(query)?.[1] ?? null;
}

/** Parses a folded query; what is no known operator, or has a value unknown to it, is a word as it stands. */
export function parseQuery<Row>(query: string, operators: Operators<Row>): Query<Row> {
  const conditions: Condition<Row>[] = [];
  const words: string[] = [];
  for (const [term, prefix = '', phrase, word = ''] of query.matchAll(TERMS)) {
    const value = phrase ?? word;
    const name = prefix.slice(0, -1);
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    // Nothing after the colon yet: the table would only flicker.
    if (operator && value === '') continue;
    const condition = operator?.(value);
    if (condition) conditions.push(condition);
    else words.push(prefix === '' ? value : term);
  }
  return { conditions, words: words.filter(Boolean) };
}

/** Gives what a query has after the colon of an operator; `null` where it has not that operator. */
export function valueIn(query: string, operator: string): string | null {
  return new RegExp(`(?:^|\\s)${operator}:(\\S*)`, 'i').exec(query)?.[1] ?? null;
}

/** Gives a query its one value for an operator, or takes the operator out of it. */
export function withValue(query: string, operator: string, value: string | null): string {
  const others = query.replace(new RegExp(`(?:^|\\s)${operator}:\\S*`, 'gi'), '').trim();
  return [others, value === null ? '' : `${operator}:${value}`].filter(Boolean).join(' ');
}

/** Reads `yes` or `no`, in full or as far as it is typed; `null` for anything else. */
export function yesOrNo(value: string): boolean | null {
  if ('yes'.startsWith(value)) return true;
  return 'no'.startsWith(value) ? false : null;
}
