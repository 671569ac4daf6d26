import { SCOPE_NAMES } from '../config.ts';

/** One permission this app asks for, with the reason a person reads before agreeing. */
export interface Scope {
  readonly name: string;
  readonly reason: string;
  /** What a login without it may not do; the rest of the sentence "This login may not …". */
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

/** The scopes of every authorization request, all read-only, in words. */
export const SCOPES: readonly Scope[] = SCOPE_NAMES.map((name) => ({ name, ...WORDS[name] }));
