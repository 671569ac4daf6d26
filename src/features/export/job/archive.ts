import { makeZip } from 'client-zip';

/** A file that is still to be written. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Makes a zip of files, each of which is asked for when the one before it is through. */
export function zipOf(
  files: AsyncIterable<TextFile>,
  modifiedAt: number,
): ReadableStream<Uint8Array> {
  return makeZip(zipped(files, new Date(modifiedAt)), { buffersAreUTF8: true });
}

async function* zipped(files: AsyncIterable<TextFile>, lastModified: Date) {
  for await (const { name, text } of files) yield { name, input: text, lastModified };
}

/** Makes one file of pieces of text, each of which is asked for when the one before it is through. */
export function fileOf(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
