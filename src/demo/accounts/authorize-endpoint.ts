import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_ACCOUNTS } from '../../config.ts';
import { answer, note, type Server } from '../server.ts';
import { type Accounts, PAGE_ERRORS } from './authorization-request.ts';

/** The person's answer at the consent page: `agree` is Spotify's silent re-approval too. */
export type ConsentAnswer = 'agree' | 'decline';

/** Makes the handler of the authorization endpoint, which answers at once for the person. */
export function authorizeEndpoint(
  server: Server,
  accounts: Accounts,
  consent: () => ConsentAnswer,
): HttpHandler {
  return http.get(SPOTIFY_ACCOUNTS.authorizationEndpoint, async ({ request }) => {
    note(server, 'authorize', request);
    return answer(server, 'authorize', request, async () => {
      const checked = accounts.checkRequest(new URL(request.url).search);
      switch (checked.kind) {
        case 'page':
          return HttpResponse.html(errorPage(PAGE_ERRORS[checked.error]), { status: 400 });
        case 'redirect':
          return redirect(accounts.reject(checked));
        case 'ask':
          return redirect(
            consent() === 'agree'
              ? await accounts.approve(checked.request)
              : accounts.decline(checked.request),
          );
      }
    });
  });
}

function redirect(url: string): Response {
  return new HttpResponse(null, { status: 302, headers: { Location: url } });
}

function errorPage(message: string): string {
  return `<!doctype html><html lang="en"><title>Error</title><body><p>${message}</p></body></html>`;
}
