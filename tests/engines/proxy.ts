import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** The proxy of a browser for every host but 127.0.0.1. */
export interface Proxy {
  readonly port: number;
  close(): Promise<void>;
}

const HOSTS = /^((accounts|api)\.spotify\.com|[\w-]+\.(scdn\.co|spotifycdn\.com)):443$/;

/** Starts a proxy (RFC 9110, section 9.3.6) that tunnels Spotify's hosts to one port, and refuses all others. */
export async function startProxy(port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connection', (socket) => keep(socket));
  server.on('connect', (request, client: Socket) => {
    if (!HOSTS.test(request.url ?? '')) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const service = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      service.pipe(client).pipe(service);
    });
    keep(service);
    // Where one end is closed, the other is closed too.
    client.on('close', () => service.destroy());
    service.on('close', () => client.destroy());
  });

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
