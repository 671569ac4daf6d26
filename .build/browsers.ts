/** The oldest browsers that the page is built for; README.md and index.html name them. */
export const BROWSERS = { chrome: '119', firefox: '128', safari: '17', ios: '17' } as const;
