import { createHash, X509Certificate } from 'node:crypto';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { breakOff, type TransportFault } from './transport-fault.ts';

/** A request received by the server, preflights included. */
export interface RecordedRequest {
  readonly method: string;
  /** The https URL with the requested host. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  /** Wall clock time of its arrival, in ms. */
  readonly at: number;
}

/** Answers a request as a service, or with a transport fault. */
export type Answer = (request: Request) => Promise<Response | TransportFault>;

/** An HTTPS and HTTP/2 server on 127.0.0.1 for any number of hosts. */
export interface LoopbackServer {
  readonly port: number;
  /** SHA-256 of its certificate's public key (SPKI), in base64. */
  readonly keyHash: string;
  /** Requests since the last `answerWith`, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Answers with `answer` from now on, and clears the requests. */
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

const HOSTS = ['accounts.spotify.com', 'api.spotify.com', 'i.scdn.co'];
const HTTP2_ONLY_OR_CONNECTION =
  /^(:|connection$|keep-alive$|transfer-encoding$|content-length$|host$|http2-settings$|upgrade$)/;

/** Answers 501, which Spotify never sends. */
export const notImplemented: Answer = async (request) =>
  new Response(`Nothing answers ${request.method} ${request.url}`, { status: 501 });

/** Starts a loopback server on a free port, with a certificate for Spotify's hosts and those given. */
export async function startLoopbackServer(
  moreHosts: readonly string[] = [],
): Promise<LoopbackServer> {
  const hosts = [...HOSTS, ...moreHosts];
  let answer: Answer = notImplemented;
  let requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  const { private: key, cert } = await generate([{ name: 'commonName', value: hosts[0] ?? '' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });

  const server = createSecureServer({ key, cert, allowHTTP1: true }, (incoming, outgoing) => {
    // A closed connection of the browser is no failure of the server.
    outgoing.on('error', () => {});
    serve(incoming, outgoing).catch(() => breakOff(outgoing, 'drop-connection'));
  });
  server.on('secureConnection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });

  async function serve(incoming: Http2ServerRequest, outgoing: Http2ServerResponse) {
    const { request, body } = await readRequest(incoming);
    const { method, url, headers } = request;
    requests.push({ method, url, headers, body, at: Date.now() });
    const answered = await answer(request);
    if (answered instanceof Response) {
      // msw represents a lost connection as `Response.error()`.
      if (answered.type === 'error') await breakOff(outgoing, 'reset-stream');
      else await writeResponse(answered, outgoing, method);
    } else await breakOff(outgoing, answered.fault, answered.response);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    keyHash: createHash('sha256')
      .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    get requests() {
      return requests;
    },
    answerWith(next) {
      answer = next;
      requests = [];
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function readRequest(
  incoming: Http2ServerRequest,
): Promise<{ request: Request; body: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && !HTTP2_ONLY_OR_CONNECTION.test(name))
      headers.append(name, String(value));
  }
  const host = incoming.headers[':authority'] ?? incoming.headers['host'] ?? 'unknown.invalid';
  const { method } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD' && body !== '';
  const request = new Request(new URL(incoming.url, `https://${host}`).href, {
    method,
    headers,
    redirect: 'manual',
    ...(hasBody ? { body } : {}),
  });
  return { request, body };
}

async function writeResponse(
  response: Response,
  outgoing: Http2ServerResponse,
  method: string,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (outgoing.destroyed) return;
  outgoing.writeHead(response.status, headersOf(response));
  outgoing.end(method === 'HEAD' ? '' : body);
}

/** Converts the headers of a response to Node's form, one line per cookie. */
export function headersOf(response: Response): Record<string, string | string[]> {
  const cookies = response.headers.getSetCookie();
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && !HTTP2_ONLY_OR_CONNECTION.test(name)) headers[name] = value;
  }
  return cookies.length === 0 ? headers : { ...headers, 'set-cookie': cookies };
}
