import type { Network } from './network.ts';

/** Makes Spotify grant only these scopes, by the `scope` of its token responses. */
export function grantOnly(network: Network, scopes: string): void {
  const answer = network.hosts.get('accounts.spotify.com');
  if (!answer) throw new Error('nobody answers for Spotify');
  network.hosts.set('accounts.spotify.com', async (request) => {
    const answered = await answer(request);
    const isToken = request.method === 'POST' && answered instanceof Response && answered.ok;
    if (!isToken) return answered;
    const { headers } = answered;
    return Response.json({ ...Object(await answered.json()), scope: scopes }, { headers });
  });
}
