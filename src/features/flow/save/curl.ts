import type { TokenExchange } from '../record/flow.ts';

/** Writes a token request for the command line; what is hidden is a variable of the shell. */
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
