import type { ApiRequest } from './build-request.ts';

/** A form in which a request can be copied; the token is `$SPOTIFY_TOKEN` in each. */
export const SNIPPET_KINDS = ['curl', 'fetch', 'Python', 'HTTPie'] as const;

/** The name of such a form. */
export type SnippetKind = (typeof SNIPPET_KINDS)[number];

/** Writes a request as code for a terminal or a script, without its token. */
export function snippetOf(kind: SnippetKind, request: ApiRequest): string {
  return WRITERS[kind](request);
}

const WRITERS: Readonly<Record<SnippetKind, (request: ApiRequest) => string>> = {
  curl: ({ method, url, body }) =>
    [
      `curl${method === 'GET' ? '' : ` --request ${method}`} ${quoted(url)}`,
      `--header "Authorization: Bearer $SPOTIFY_TOKEN"`,
      ...(body
        ? [`--header ${quoted(`Content-Type: ${body.type}`)}`, `--data ${quoted(body.text)}`]
        : []),
    ].join(' \\\n  '),
  fetch: ({ method, url, body }) =>
    [
      `const response = await fetch(${JSON.stringify(url)}, {`,
      ...(method === 'GET' ? [] : [`  method: ${JSON.stringify(method)},`]),
      '  headers: {',
      "    Authorization: 'Bearer ' + process.env.SPOTIFY_TOKEN,",
      ...(body ? [`    'Content-Type': ${JSON.stringify(body.type)},`] : []),
      '  },',
      ...(body ? [`  body: ${JSON.stringify(body.text)},`] : []),
      '});',
      'console.log(response.status, await response.text());',
    ].join('\n'),
  Python: ({ method, url, body }) =>
    [
      'import os, urllib.request',
      '',
      'request = urllib.request.Request(',
      `    ${JSON.stringify(url)},`,
      `    method=${JSON.stringify(method)},`,
      '    headers={',
      '        "Authorization": "Bearer " + os.environ["SPOTIFY_TOKEN"],',
      ...(body ? [`        "Content-Type": ${JSON.stringify(body.type)},`] : []),
      '    },',
      ...(body ? [`    data=${JSON.stringify(body.text)}.encode(),`] : []),
      ')',
      'with urllib.request.urlopen(request) as response:',
      '    print(response.status, response.read().decode())',
    ].join('\n'),
  HTTPie: ({ method, url, body }) =>
    [
      `http ${method} ${quoted(url)}`,
      `"Authorization:Bearer $SPOTIFY_TOKEN"`,
      ...(body ? [quoted(`Content-Type:${body.type}`), `--raw ${quoted(body.text)}`] : []),
    ].join(' \\\n  '),
};

/** Quotes a text for a POSIX shell, in which nothing between single quotes has a meaning. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
