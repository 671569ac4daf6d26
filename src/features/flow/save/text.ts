import { formatValue, type Line, type Message, type Step } from '../explain/step.ts';
import type { Flow, TokenExchange } from '../record/flow.ts';

/** Writes the steps of a flow as a Markdown document. */
export function toMarkdown(steps: readonly Step[]): string {
  return `# Login flow\n\n${steps.map(stepText).join('\n')}`;
}

function stepText({ number, title, text, section, state, at, outcome, messages }: Step): string {
  const when = at === undefined ? state : `${state}, ${new Date(at).toISOString()}`;
  const paragraphs = [
    `## ${number}. ${title}`,
    `${text} (${section})`,
    `_${when}_`,
    ...(outcome ? [outcome] : []),
    ...(messages ?? []).map(messageText),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function messageText({ title, head, lines, note }: Message): string {
  const table = [
    '| name | value | meaning | section |',
    '| --- | --- | --- | --- |',
    ...lines.map(row),
  ];
  const parts = [
    `### ${title}`,
    ...(head ? [code(head)] : []),
    ...(lines.length > 0 ? [table.join('\n')] : []),
    ...(note ? [note] : []),
  ];
  return parts.join('\n\n');
}

function row({ name, value, meaning, section }: Line): string {
  const shown = typeof value === 'string' ? codeCell(value) : cell(formatValue(value));
  return `| ${[cell(name), shown, cell(meaning), cell(section)].join(' | ')} |`;
}

/** Formats a code span; its delimiter is longer than any run of backticks in the text. */
function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)));
  return text.includes('`') || text === '' ? `${fence} ${text} ${fence}` : fence + text + fence;
}

function cell(text: string): string {
  return oneLine(text).replace(/[\\|]/g, '\\$&');
}

/**
 * Formats a table cell with text as code. A code span has no escape for a backslash, and parsers differ about a
 * backslash before an escaped pipe, so such text is written in character references.
 */
function codeCell(text: string): string {
  const line = oneLine(text);
  if (!line.includes('\\|')) return code(line).replaceAll('|', '\\|');
  const references = line.replace(/[^\w ]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${references}</code>`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Encodes a flow as JSON in its stored form: each secret is its length. */
export function toJson(flow: Flow, exportedAt: number): string {
  const { version, ...rest } = flow;
  const document = { version, exported_at: new Date(exportedAt).toISOString(), ...rest };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Formats a token request as a curl command; a redacted value is a shell variable. */
export function toCurl({ endpoint, fields }: TokenExchange): string {
  const data = fields.map(([name, value]) =>
    typeof value === 'string'
      ? `--data-urlencode ${quoted(`${name}=${value}`)}`
      : `--data-urlencode "${name}=$${name.toUpperCase()}"`,
  );
  return ['curl', quoted(endpoint), ...data.flatMap((part) => ['\\\n ', part])].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
