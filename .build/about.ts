import about from '../package.json' with { type: 'json' };

/** The oldest browsers that the page is built for; README.md and index.html name them. */
export const BROWSERS = { chrome: '119', firefox: '128', safari: '17', ios: '17' } as const;

/** What the pages say of themselves: the version, and the repository where package.json names one. */
export const ABOUT: Readonly<Record<string, string>> = {
  'import.meta.env.APP_VERSION': JSON.stringify(about.version),
  'import.meta.env.APP_SOURCE_URL': JSON.stringify(
    sourceUrl('repository' in about ? about.repository : ''),
  ),
};

/** Gives the address of a repository in the form that npm wants to be opened in a browser. */
function sourceUrl(repository: unknown): string {
  return String(Object(repository).url ?? repository)
    .replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/^git\+/, '')
    .replace(/\.git$/, '');
}
