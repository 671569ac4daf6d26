/** What this app keeps: what it is, where it stands, for how long, and what removes it. */
export const KEPT: Readonly<Record<string, string>> = {
  'Your login':
    'An access token for an hour and a refresh token for six months, with the permissions you gave and the id and name of your account. In IndexedDB, in clear text, until you log out or Spotify ends it; without “Keep me logged in on this device”, in sessionStorage, until you close the tab. Your browser may remove it when the disk is full, unless you allow persistent storage.',
  'How your login came about':
    'Its steps, for the page “Login flow”, without tokens, code and verifier. Beside the login, and gone with it.',
  'A login under way':
    'What proves that Spotify’s answer belongs to this tab. In IndexedDB and sessionStorage, until the login ends. One that is never finished is of no use after an hour, and goes with the next login or log-out.',
  'Your Client ID':
    'The public name of your Spotify app. In IndexedDB, until you choose “Forget this Client ID”.',
  'The lists you open':
    'Playlists, tracks and liked songs, so that they are there at once next time. In IndexedDB, for a day at most; “Log out” removes them.',
  'An unfinished export':
    'The tracks that have come, until it is finished or discarded, for a week at most; “Log out” removes them. The file itself lies in the browser’s private file system for some minutes, until it is in your downloads.',
  'Limits of Spotify':
    'When Spotify asks this page to wait, and until when. In IndexedDB, until that time has passed.',
  'Your settings':
    'The columns of the tables and their widths, whether logins are to be kept, and that the next login asks for another account, in IndexedDB; the theme, in localStorage. Until you change them.',
  'Where you were':
    'How far each page was scrolled; that it was reloaded to end another app’s service worker, or left by a log-out. In sessionStorage, until you close the tab.',
  'The demo': 'Made-up music, apart from all of the above, until you choose “Leave the demo”.',
};

/** Who learns what, by host. */
export const GOES_OUT: Readonly<Record<string, string>> = {
  'accounts.spotify.com':
    'Your login: you type your password there and not here. It gets the Client ID, the permissions asked for and the address to come back to.',
  'api.spotify.com': 'Every request for a list, with the access token.',
  'Spotify’s image hosts': 'Covers, from scdn.co and spotifycdn.com, without your login.',
  'The host of this page':
    'It sees, as every web server does, that you open the page. After a login it also sees Spotify’s one-time code, which is of no use without a number that never leaves this browser.',
};
