import type { Network } from './network.ts';

/** Changes the bodies of Web API answers to requests whose URL matches, as when a library changes. */
export function changeAnswers(
  network: Network,
  url: RegExp,
  change: (body: Record<string, unknown>) => void,
): void {
  const answer = network.hosts.get('api.spotify.com');
  if (!answer) throw new Error('nobody answers for Spotify');
  network.hosts.set('api.spotify.com', async (request) => {
    const answered = await answer(request);
    if (request.method === 'OPTIONS' || !url.test(request.url)) return answered;
    if (!(answered instanceof Response)) return answered;
    const body = await answered.json();
    change(body);
    const { status, headers } = answered;
    return new Response(JSON.stringify(body), { status, headers });
  });
}
