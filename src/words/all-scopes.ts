/** A scope of Spotify, in Spotify's words and in ours. */
export interface ScopeFacts {
  readonly name: string;
  /** The text on Spotify's consent page. */
  readonly consent: string;
  /** What it allows today, in development mode. */
  readonly unlocks: string;
  /** Whether it allows to change something. */
  readonly writes?: true;
  /** Whether an app in development mode, or a web page, gets nothing for it. */
  readonly isIdle?: true;
}

/** A group of scopes with a heading. */
export interface ScopeGroup {
  readonly title: string;
  readonly scopes: readonly ScopeFacts[];
}

/** All scopes that Spotify has for apps like this one, with the consent texts of its OpenAPI document. */
export const SCOPE_GROUPS: readonly ScopeGroup[] = [
  {
    title: 'Playlists',
    scopes: [
      {
        name: 'playlist-read-private',
        consent: 'Access your private playlists.',
        unlocks: 'Your playlists, and the songs of those you own',
      },
      {
        name: 'playlist-read-collaborative',
        consent: 'Access your collaborative playlists.',
        unlocks: 'Collaborative ones in the list of your playlists',
      },
      {
        name: 'playlist-modify-private',
        consent: 'Manage your private playlists.',
        unlocks: 'Create, rename, fill and sort private playlists',
        writes: true,
      },
      {
        name: 'playlist-modify-public',
        consent: 'Manage your public playlists.',
        unlocks: 'The same for playlists on your profile',
        writes: true,
      },
      {
        name: 'ugc-image-upload',
        consent: 'Upload images to Spotify on your behalf.',
        unlocks: 'Covers of playlists',
        writes: true,
      },
    ],
  },
  {
    title: 'Library and people',
    scopes: [
      {
        name: 'user-library-read',
        consent: 'Access your saved content.',
        unlocks: 'Liked songs, saved albums, shows, episodes, audiobooks',
      },
      {
        name: 'user-library-modify',
        consent: 'Manage your saved content.',
        unlocks: 'Like, save, and leave playlists',
        writes: true,
      },
      {
        name: 'user-follow-read',
        consent: 'Access your followers and who you are following.',
        unlocks: 'The artists you follow',
      },
      {
        name: 'user-follow-modify',
        consent: 'Manage your saved content.',
        unlocks: 'Follow users through the library',
        writes: true,
      },
      {
        name: 'user-top-read',
        consent: 'Read your top artists and content.',
        unlocks: 'Your top artists and songs',
      },
    ],
  },
  {
    title: 'Playback',
    scopes: [
      {
        name: 'user-read-currently-playing',
        consent: 'Read your currently playing content.',
        unlocks: 'The song that plays, and the queue',
      },
      {
        name: 'user-read-playback-state',
        consent: 'Read your currently playing content and Spotify Connect devices information.',
        unlocks: 'What plays, where, and what comes next',
      },
      {
        name: 'user-read-recently-played',
        consent: 'Access your recently played items.',
        unlocks: 'The songs you played last',
      },
      {
        name: 'user-read-playback-position',
        consent: 'Read your position in content you have played.',
        unlocks: 'Where you stopped in shows and episodes',
      },
      {
        name: 'user-modify-playback-state',
        consent: 'Control playback on your Spotify clients and Spotify Connect devices.',
        unlocks: 'Play, pause, skip and volume; needs Premium',
        writes: true,
      },
    ],
  },
  {
    title: 'Account and SDKs',
    scopes: [
      {
        name: 'user-read-private',
        consent: 'Access your subscription details.',
        unlocks: 'market=from_token; country and product are gone from the profile',
      },
      {
        name: 'user-read-email',
        consent: 'Get your real email address.',
        unlocks: 'Nothing in development mode: the profile has no e-mail address',
        isIdle: true,
      },
      {
        name: 'streaming',
        consent: 'Play content and control playback on your other devices.',
        unlocks: 'Nothing here: for the Web Playback SDK only',
        writes: true,
        isIdle: true,
      },
      {
        name: 'app-remote-control',
        consent: 'Communicate with the Spotify app on your device.',
        unlocks: 'Nothing here: for the SDKs of iOS and Android only',
        writes: true,
        isIdle: true,
      },
    ],
  },
];

/** The names of all scopes, in the order of the groups. */
export const ALL_SCOPE_NAMES: readonly string[] = SCOPE_GROUPS.flatMap(({ scopes }) =>
  scopes.map(({ name }) => name),
);

/** A choice of scopes for one purpose. */
export interface ScopePreset {
  readonly title: string;
  readonly scopes: readonly string[];
}

/** Choices of scopes that people want often. */
export const SCOPE_PRESETS: readonly ScopePreset[] = [
  {
    title: 'Read library',
    scopes: ['playlist-read-private', 'playlist-read-collaborative', 'user-library-read'],
  },
  {
    title: 'Edit playlists',
    scopes: [
      'playlist-read-private',
      'playlist-read-collaborative',
      'playlist-modify-private',
      'playlist-modify-public',
    ],
  },
  {
    title: 'Now playing',
    scopes: ['user-read-currently-playing', 'user-read-recently-played'],
  },
];
