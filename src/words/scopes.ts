import { SCOPE_NAMES } from '../config.ts';

/** A scope of the authorization request, with the reason displayed before consent. */
export interface Scope {
  readonly name: string;
  readonly reason: string;
  /** The end of the sentence "This login may not …" for a login without the scope. */
  readonly loss: string;
}

const WORDS: Readonly<Record<(typeof SCOPE_NAMES)[number], Omit<Scope, 'name'>>> = {
  'playlist-read-private': {
    reason: 'To list your private playlists beside the public ones, and to read their songs.',
    loss: 'list your private playlists, so no list is shown rather than half of one',
  },
  'playlist-read-collaborative': {
    reason: 'To list the playlists that you edit together with others.',
    loss: 'list collaborative playlists',
  },
  'user-library-read': {
    reason: 'To read your liked songs.',
    loss: 'read your liked songs',
  },
};

/** The scopes of a login in which a person wants no more, with their texts; all of them are read-only. */
export const SCOPES: readonly Scope[] = SCOPE_NAMES.map((name) => ({ name, ...WORDS[name] }));

/** The scopes that are asked for in addition once a person changes something, with their reasons. */
export const WRITE_SCOPES: readonly Pick<Scope, 'name' | 'reason'>[] = [
  {
    name: 'playlist-modify-private',
    reason: 'To edit your playlists when you ask for it.',
  },
  {
    name: 'playlist-modify-public',
    reason: 'To edit the playlists on your profile when you ask for it.',
  },
  {
    name: 'user-library-modify',
    reason: 'To like, unlike and leave playlists when you ask for it.',
  },
];

/** Whether a login with these scopes may change something at Spotify. */
export function mayWrite(scopes: readonly string[]): boolean {
  return WRITE_SCOPES.some(({ name }) => scopes.includes(name));
}
