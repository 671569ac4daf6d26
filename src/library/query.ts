/** A predicate over rows. */
export type Condition<Row> = (row: Row) => boolean;

/**
 * The operators of a query by their names in lower case: each makes a condition of the folded text after
 * the colon, or returns `null` for an invalid value.
 */
export type Operators<Row> = Readonly<Record<string, (value: string) => Condition<Row> | null>>;

/** A parsed query: the conditions of its operators, and its words and phrases. */
export interface Query<Row> {
  readonly conditions: readonly Condition<Row>[];
  readonly words: readonly string[];
}

/** A word or a "phrase", optionally after `name:`; an unclosed quote ends with the query. */
const TERMS = /([a-z]+:)?(?:"([^"]*)"?|(\S*))/g;

/** An ID alone, in a URI or in a link; links may contain a language, `embed` and a query string. */
const ADDRESS =
  /^(?:(?:spotify:|(?:https?:\/\/)?open\.spotify\.com\/(?:(?:intl-|embed)[^/]*\/)*)(?:user[:/][^:/]+[:/])?(?:playlist|track|episode)[:/])?([\da-z]{22})(?:[/?#].*)?$/i;

/** Gives the Spotify ID in a pasted ID, URI or link, or the URI of a local file; `null` for any other query. */
export function addressIn(query: string): string | null {
  if (query.startsWith('spotify:local:')) return query;
  return ADDRESS.exec(query)?.[1] ?? null;
}

/** Parses a folded query; an unknown operator, or one with an invalid value, is read as a word. */
export function parseQuery<Row>(query: string, operators: Operators<Row>): Query<Row> {
  const conditions: Condition<Row>[] = [];
  const words: string[] = [];
  for (const [term, prefix = '', phrase, word = ''] of query.matchAll(TERMS)) {
    const value = phrase ?? word;
    const name = prefix.slice(0, -1);
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    // An operator without a value is still being typed: a condition would only make the table flicker.
    if (operator && value === '') continue;
    const condition = operator?.(value);
    if (condition) conditions.push(condition);
    else words.push(prefix === '' ? value : term);
  }
  return { conditions, words: words.filter(Boolean) };
}

/** Gives the value of an operator in a query; `null` if the query does not contain the operator. */
export function valueIn(query: string, operator: string): string | null {
  return new RegExp(`(?:^|\\s)${operator}:(\\S*)`, 'i').exec(query)?.[1] ?? null;
}

/** Sets the only value of an operator in a query, or removes the operator. */
export function withValue(query: string, operator: string, value: string | null): string {
  const others = query.replace(new RegExp(`(?:^|\\s)${operator}:\\S*`, 'gi'), '').trim();
  return [others, value === null ? '' : `${operator}:${value}`].filter(Boolean).join(' ');
}

/** Whether a query contains each of these terms, such as `owner:me`; case does not matter. */
export function hasTerms(query: string, terms: string): boolean {
  const known = termsOf(query.toLowerCase());
  return termsOf(terms.toLowerCase()).every((term) => known.includes(term));
}

/** Adds terms to a query, or removes them; the other terms stay as they were typed. */
export function withTerms(query: string, terms: string, isWanted: boolean): string {
  const changed = termsOf(terms.toLowerCase());
  const others = termsOf(query).filter((term) => !changed.includes(term.toLowerCase()));
  return [...others, ...(isWanted ? termsOf(terms) : [])].join(' ');
}

/** Splits a query at white space outside quotes. */
function termsOf(query: string): readonly string[] {
  return query.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

/** Parses `yes` or `no` or a prefix of them; `null` for anything else. */
export function yesOrNo(value: string): boolean | null {
  if ('yes'.startsWith(value)) return true;
  return 'no'.startsWith(value) ? false : null;
}
