interface ImportMetaEnv {
  /** Client ID of a Spotify app to build in; 32 hex digits. */
  readonly VITE_SPOTIFY_CLIENT_ID?: string;
}
