/** Solid, the frame, and the parts of several pages: one file compresses better than many. */
const FRAME =
  /node_modules[\\/](solid-js|@solidjs|simple-icons)|src[\\/]((app|page|routes)|state[\\/](services|client-id)|ui[\\/](copy-button|error-notice|optional|page-heading|page-link|settled)|views[\\/](frame|spotify-mark))\.tsx?$/;

/** What comes once a page is drawn, whichever it is. */
const AFTERWARDS =
  /src[\\/](storage[\\/]theme|ui[\\/]place-below|views[\\/](account-menu|footer|privacy(?=\.css)|theme-choice))\.(tsx?|css)$/;

/** What it takes to begin a login, and to say why one did not go through. */
const LOGIN =
  /src[\\/](scopes|views[\\/](begin-login|login-error|login-form|obstacle-text|set-up-steps))\.tsx?$/;

/** What every table of the library needs, and no other page. */
const LIBRARY =
  /src[\\/](library[\\/](columns|playlist-columns|sort)|spotify[\\/](a-few-at-a-time|addresses|errors|http|images|limits|pace|paging|plain-text|playlists|share-requests|waiting-room|wire)|state[\\/](collection|gathered-pages|login-facts|spotify|table-\w+)|storage[\\/]snapshots|ui[\\/](column-header|column-width|cover|data-table|loading-bar|row-focus|rows-in-view|search-box)|views[\\/](library-table|list-status|callback|load-problem|notices|playlist-cells|playlists|require-login|shown-number|spotify-link))\.(tsx?|css)$/;

/** What loads together in one file; everything else is a file of its own where it loads by itself. */
export const PARTS = [
  { name: 'frame', test: FRAME },
  { name: 'token', test: /node_modules[\\/]oauth4webapi|src[\\/]oauth[\\/]token\.ts/ },
  { name: 'afterwards', test: AFTERWARDS },
  { name: 'login', test: LOGIN },
  { name: 'library', test: LIBRARY },
];
