declare global {
  /** What the build tells the page; `BASE_URL` is Vite's own. */
  interface ImportMetaEnv {
    /** Client ID of a Spotify app to build in; 32 hex digits. */
    readonly VITE_SPOTIFY_CLIENT_ID?: string;
    /** From package.json; see .build/about.ts. */
    readonly APP_VERSION: string;
    readonly APP_SOURCE_URL: string;
    /** The sprite of icons; see .build/icons.ts. */
    readonly ICONS_FILE: string;
  }
}

/** The Client ID this site was built with, as given; empty where it was built without one. */
export const BUILT_IN_CLIENT_ID: string = import.meta.env.VITE_SPOTIFY_CLIENT_ID ?? '';

/** The path this site is served under; starts and ends with a slash. */
export const BASE_PATH: string = import.meta.env.BASE_URL;

/** The version of this app, as in package.json. */
export const VERSION: string = import.meta.env.APP_VERSION;

/** Where its source code can be read; empty where package.json names no repository. */
export const SOURCE_URL: string = import.meta.env.APP_SOURCE_URL;

/** The URL of the sprite of icons. */
export const ICONS_URL: string = BASE_PATH + import.meta.env.ICONS_FILE;
