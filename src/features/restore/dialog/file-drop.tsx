import { createSignal, type JSX } from 'solid-js';
import { Button } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MOST_TEXT_BYTES, readBytes } from '../readers/read-bytes.ts';
import { ReadError, type ReadFile } from '../readers/read-file.ts';
import { MOST_UNPACKED_BYTES } from '../readers/zip.ts';
import './file-drop.css';

const ACCEPTED = '.zip,.csv,.tsv,.json,.xspf,.m3u,.m3u8,.txt';

/** The place for a file of songs: it is dropped, or chosen by a button. */
export function FileDrop(props: {
  /** Accessible name of the input, such as "File to restore from". */
  readonly label: string;
  /** Name of the file that is being read; `undefined` while none is. */
  readonly reading: string | undefined;
  readonly onFile: (file: File) => void;
}): JSX.Element {
  const [isOver, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;

  function take(file: File | undefined): void {
    if (file && props.reading === undefined) props.onFile(file);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      class="file-drop"
      classList={{ 'file-drop-over': isOver() }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p class="file-drop-lead">
        <Icon name="download" />
        <span>Drop a file here</span>
      </p>
      <Button
        label="Choose a file"
        isDisabled={props.reading !== undefined}
        onClick={() => input?.click()}
      />
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        aria-label={props.label}
        hidden
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file can be chosen again after it was changed.
          event.currentTarget.value = '';
        }}
      />
      <p class="file-drop-hint" role="status">
        {props.reading
          ? `Reading ${props.reading}…`
          : 'The file is read on this device, and sent nowhere.'}
      </p>
    </div>
  );
}

/** Gives the bytes of a file. @throws ReadError where there are too many to hold in memory. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  const isArchive = /\.zip$/i.test(file.name);
  if (file.size > (isArchive ? MOST_UNPACKED_BYTES : MOST_TEXT_BYTES))
    throw new ReadError(isArchive ? 'zip-too-large' : 'too-large');
  return new Uint8Array(await file.arrayBuffer());
}

/**
 * Reads a file of songs.
 *
 * @throws ReadError where that is not possible, as for a table of which nothing is recognised.
 */
export async function contentsOf(file: File): Promise<ReadFile> {
  const read = await readBytes(await bytesOf(file), file.name);
  if (read.lists.length === 0) throw new ReadError('unknown');
  return read;
}
