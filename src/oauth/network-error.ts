/** Signals that the network failed: offline, refused, cut off, or an answer without CORS headers. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** Marks what `fetch` itself rejects with, so that no other fault is taken for the network's. */
export async function ofNetwork<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof TypeError ? new NetworkError('', { cause }) : cause;
  }
}
