interface ImportMetaEnv {
  /** Client ID of a Spotify app to build in; 32 hex digits. */
  readonly VITE_SPOTIFY_CLIENT_ID?: string;
  /** From package.json; see .build/about.ts. */
  readonly APP_VERSION: string;
  readonly APP_SOURCE_URL: string;
}
