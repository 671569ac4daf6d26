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

/** The scopes of every authorization request, with their texts; all of them are read-only. */
export const SCOPES: readonly Scope[] = SCOPE_NAMES.map((name) => ({ name, ...WORDS[name] }));
