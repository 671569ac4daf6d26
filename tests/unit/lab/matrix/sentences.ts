/** How the sentences begin that a person may read in the end, each under a short name. */
const SENTENCES = {
  'slow down': 'Spotify asks us to slow down. Wait ',
  quota: 'This Spotify app has used up its quota with Spotify',
  down: 'Spotify has a fault on its side.',
  offline: 'You are offline.',
  unreadable: 'The browser could not read Spotify’s answer.',
  unreachable: 'Nothing that Spotify sent could be read.',
  'no answer': 'Spotify did not answer in time.',
  'odd answer': 'Spotify’s answer was cut off or not of the form we know.',
  'not listed': 'Spotify let you log in, but your account is not on the list of users',
  'no Premium': 'Spotify has stopped this Spotify app because its owner has no active Premium',
  'no permission': 'This login does not carry a permission that Spotify asks for here.',
  'not given': 'Spotify does not give this to the Spotify app you use.',
  'not there': 'Spotify does not know what was asked for; it may have been removed.',
  'not accepted': 'Spotify does not accept this login any more.',
  ended: 'Spotify has ended this login',
  'no login service': 'Spotify’s login service could not be reached. Your login is kept.',
  'login cut short': 'Spotify’s login service could not be reached, so this login did not finish.',
  'odd answer, cut short':
    'Spotify’s login service gave an answer that we do not understand, so this login did not finish.',
  'odd login answer':
    'Spotify’s login service gave an answer that we do not understand. Your login is kept.',
  'not this login': 'This answer does not belong to a login that was begun in this tab',
  'code refused': 'Spotify no longer accepts this attempt to log in.',
  'wrong set-up': 'Spotify does not accept the Client ID or the redirect URI of this login.',
  declined: 'Nothing was read and nothing was stored.',
};

/** Gives the short name of a sentence; a sentence that nobody knows stands for itself. */
export function saidBy(text: string): string {
  const known = Object.entries(SENTENCES).find(([, beginning]) => text.startsWith(beginning));
  return known?.[0] ?? text;
}
