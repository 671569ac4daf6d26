/** The Client ID of the app that tests register at every simulated server. */
export const CLIENT_ID = '0123456789abcdef0123456789abcdef';
