const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['AuthorizationDeniedError', 'You declined at Spotify.'],
  ['ProtocolError', 'The answer did not pass the checks, so it was refused.'],
  ['InvalidGrantError', 'Spotify did not accept the code.'],
  ['TemporarilyUnavailableError', 'Spotify’s login service could not be reached.'],
  ['ClientConfigurationError', 'Spotify does not accept the Client ID or the redirect URI.'],
];

/** Says why a login did not finish. */
export function failureText(failure: string): string {
  const [, text] = TEXTS.find(([name]) => failure.startsWith(name)) ?? [];
  return text ?? 'It broke off.';
}
