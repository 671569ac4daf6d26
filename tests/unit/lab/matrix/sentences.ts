/** How the sentences begin that a person may read in the end, each under a short name. */
const SENTENCES = {
  'slow down': 'Spotify asked us to slow down. Wait ',
  quota: 'This Spotify app has used up its quota with Spotify',
  down: 'Spotify is having trouble.',
  offline: 'You are offline.',
  unreadable: 'The browser couldn’t read Spotify’s reply.',
  unreachable: 'The browser couldn’t read anything from Spotify.',
  'no answer': 'Spotify didn’t reply in time.',
  'odd answer': 'Spotify’s reply was incomplete or in a format we don’t recognise.',
  'not listed':
    'Spotify let you log in, but your account isn’t on this Spotify app’s list of users',
  'no Premium': 'Spotify has stopped this Spotify app because its owner has no active Premium',
  'no permission': 'This login lacks a permission that Spotify needs here.',
  'not given': 'Spotify doesn’t share this with the Spotify app you use.',
  'not there': 'Spotify can’t find this; it may have been removed.',
  'not accepted': 'Spotify no longer accepts this login.',
  ended: 'Spotify has ended this login',
  'no login service': 'Spotify’s login service couldn’t be reached. Your login is kept.',
  'login cut short': 'Spotify’s login service couldn’t be reached, so this login didn’t finish.',
  'odd answer, cut short':
    'Spotify’s login service sent a reply we don’t understand, so this login didn’t finish.',
  'odd login answer':
    'Spotify’s login service sent a reply we don’t understand. Your login is kept.',
  'not this login': 'This login link was already used or belongs to another tab',
  'code refused': 'Spotify no longer accepts this attempt to log in.',
  'wrong set-up': 'Spotify doesn’t accept this login’s Client ID or redirect URI.',
  declined: 'Nothing was read or stored.',
};

/** Gives the short name of a sentence; a sentence that nobody knows stands for itself. */
export function saidBy(text: string): string {
  const known = Object.entries(SENTENCES).find(([, beginning]) => text.startsWith(beginning));
  return known?.[0] ?? text;
}
