import { makeZip } from 'client-zip';

/** A file whose content is still to be written. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Makes a zip of files; each file is pulled after the previous one was written, so that memory holds one at a time. */
export function zipOf(
  files: AsyncIterable<TextFile>,
  modifiedAt: number,
): ReadableStream<Uint8Array> {
  return makeZip(zipped(files, new Date(modifiedAt)), { buffersAreUTF8: true });
}

async function* zipped(files: AsyncIterable<TextFile>, lastModified: Date) {
  for await (const { name, text } of files) yield { name, input: text, lastModified };
}

/** Makes one file of text chunks; each chunk is pulled after the previous one was written. */
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
