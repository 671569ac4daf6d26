import about from '../package.json' with { type: 'json' };

/** The oldest supported browsers; README.md and index.html name them. */
export const BROWSERS = { chrome: '119', firefox: '128', safari: '17', ios: '17' } as const;

/** Values that the pages display about the app: the version, and the repository where package.json names one. */
export const ABOUT: Readonly<Record<string, string>> = {
  'import.meta.env.APP_VERSION': JSON.stringify(about.version),
  'import.meta.env.APP_SOURCE_URL': JSON.stringify(
    sourceUrl('repository' in about ? about.repository : ''),
  ),
};

/** Converts the repository field of package.json to a URL for browsers. */
function sourceUrl(repository: unknown): string {
  return String(Object(repository).url ?? repository)
    .replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/^git\+/, '')
    .replace(/\.git$/, '');
}
