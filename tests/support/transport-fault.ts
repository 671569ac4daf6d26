import { constants, type Http2ServerResponse } from 'node:http2';

/** A fault of the transport. */
export type FaultKind = 'drop-connection' | 'reset-stream' | 'truncate-body' | 'hang';

/** An answer that does not arrive, or only in part. */
export interface TransportFault {
  readonly fault: FaultKind;
  /** The answer truncated by `truncate-body`. */
  readonly response?: Response;
}

/** Aborts an answer: before it, within it, or never sending it. */
export async function breakOff(
  outgoing: Http2ServerResponse,
  fault: FaultKind,
  response?: Response,
): Promise<void> {
  switch (fault) {
    case 'hang':
      return;
    case 'drop-connection':
      return destroyConnection(outgoing);
    case 'reset-stream':
      return resetStream(outgoing);
    case 'truncate-body': {
      const body = Buffer.from((await response?.text()) ?? 'a body that is cut');
      outgoing.writeHead(response?.status ?? 200, {
        ...Object.fromEntries(response?.headers ?? []),
        'content-length': String(body.length),
      });
      outgoing.write(body.subarray(0, Math.floor(body.length / 2)));
      // The browser must have received the first half before the stream is reset.
      setTimeout(() => resetStream(outgoing), 30);
    }
  }
}

// On HTTP/1.1 Node's response has a socket and no stream.
function destroyConnection(outgoing: Http2ServerResponse): void {
  if (isHttp2(outgoing)) outgoing.stream.session?.destroy();
  else outgoing.socket.destroy();
}

function resetStream(outgoing: Http2ServerResponse): void {
  if (isHttp2(outgoing)) outgoing.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else outgoing.socket.destroy();
}

function isHttp2(outgoing: Http2ServerResponse): boolean {
  return outgoing.req.httpVersionMajor === 2;
}
