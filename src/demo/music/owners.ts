import type { User } from '../../library/types.ts';
import type { WireAdder, WireOwner } from './wire.ts';

/** The made-up person who is logged in to the simulated Spotify. */
export const DEMO_USER: User = {
  accountId: 'acc-7Qm2ZfW0aLindqvist19',
  id: 'ada.lindqvist',
  displayName: 'Ada Lindqvist',
};

/** The made-up people whose playlists the demo user follows. */
export const FRIENDS: readonly [User, ...User[]] = [
  { accountId: 'acc-cleo', id: 'cleo_marchetti', displayName: 'Cleo Marchetti' },
  { accountId: 'acc-bram', id: 'bramokafor', displayName: 'Bram Okafor' },
  { accountId: 'acc-noor', id: 'noor.haddad', displayName: 'Noor Haddad' },
  { accountId: 'acc-tomasz', id: '31xq7wilk5d2m', displayName: 'Tomasz Wilk' },
  { accountId: 'acc-yuki', id: 'yukitanabe', displayName: '田辺 ゆき' },
  { accountId: 'acc-ines', id: 'ines-duarte', displayName: 'Inês Duarte' },
  { accountId: 'acc-harbour', id: 'harbourstreetradio', displayName: 'Harbour Street Radio' },
];

/** Formats a person as the owner of a playlist in Spotify's JSON. */
export function ownerOf({ id, displayName }: User): WireOwner {
  return { display_name: displayName, ...personOf(id) };
}

/** Formats a person as the `added_by` of an entry; an empty id means unknown. */
export function personOf(id: string): WireAdder {
  return {
    external_urls: { spotify: `https://open.spotify.com/user/${id}` },
    href: `https://api.spotify.com/v1/users/${id}`,
    id,
    type: 'user',
    uri: `spotify:user:${id}`,
  };
}
