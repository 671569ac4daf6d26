import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { MOST_TEXT_BYTES, readBytes } from '../readers/read-bytes.ts';
import { ReadError, type ReadFile } from '../readers/read-file.ts';
import { readTextFile } from '../readers/text-file.ts';
import { MOST_UNPACKED_BYTES } from '../readers/zip.ts';
import { readErrorText } from '../words.ts';

const ACCEPTED = '.zip,.csv,.tsv,.json,.xspf,.m3u,.m3u8,.txt';

/** Asks for a file, or for pasted links, and reads it on this device. */
export function ChooseFile(props: {
  readonly onRead: (file: { readonly name: string; readonly read: ReadFile }) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const [pasted, setPasted] = createSignal('');
  const [reading, setReading] = createSignal<string>();
  const [problem, setProblem] = createSignal<string>();
  const [isOver, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });

  async function read(name: string, work: () => Promise<ReadFile>): Promise<void> {
    setProblem(undefined);
    setReading(name);
    try {
      const found = await work();
      if (!isGone) props.onRead({ name, read: found });
    } catch (error) {
      setProblem(readErrorText(error));
    } finally {
      setReading(undefined);
    }
  }

  function readFile(file: File | undefined): void {
    if (file && !reading()) void read(file.name, () => contentsOf(file));
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    readFile(event.dataTransfer?.files[0]);
  }

  return (
    <Dialog
      title="Restore from a file"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button
            kind="primary"
            label="Continue"
            isDisabled={pasted().trim() === '' || reading() !== undefined}
            onClick={() => void read('Pasted links', () => readTextFile(pasted(), 'Pasted links'))}
          />
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        class="restore-drop"
        classList={{ 'restore-drop-over': isOver() }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p class="restore-drop-lead">
          <Icon name="download" />
          <span>Drop a file here</span>
        </p>
        <Button
          label="Choose a file"
          isDisabled={reading() !== undefined}
          onClick={() => input?.click()}
        />
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          aria-label="File to restore from"
          hidden
          onChange={(event) => {
            readFile(event.currentTarget.files?.[0]);
            // The same file can be chosen again after it was changed.
            event.currentTarget.value = '';
          }}
        />
        <p class="restore-hint" role="status">
          {reading()
            ? `Reading ${reading()}…`
            : 'The file is read on this device, and sent nowhere.'}
        </p>
      </div>
      <Show when={problem()}>{(message) => <Notice kind="bad" message={message()} />}</Show>
      <div class="restore-paste">
        <label for={`${id}-links`}>Or paste links to songs</label>
        <textarea
          id={`${id}-links`}
          rows="3"
          spellcheck={false}
          placeholder="https://open.spotify.com/track/…"
          value={pasted()}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <details class="restore-formats">
        <summary>Files that can be read</summary>
        <ul>
          <li>Liner Notes: backup, CSV, JSON, XSPF, text, single or in a zip</li>
          <li>Spotify’s data download: Playlist1.json, YourLibrary.json</li>
          <li>
            exportify.app, exportify.net, TuneMyMusic, Soundiiz, Chosic, spotify-backup,
            SpotMyBackup
          </li>
          <li>Any CSV with a column of Spotify links; M3U</li>
        </ul>
      </details>
    </Dialog>
  );
}

/** Reads the bytes of a file, unless there are too many to hold in memory. */
async function contentsOf(file: File): Promise<ReadFile> {
  const isArchive = /\.zip$/i.test(file.name);
  if (file.size > (isArchive ? MOST_UNPACKED_BYTES : MOST_TEXT_BYTES))
    throw new ReadError(isArchive ? 'zip-too-large' : 'too-large');
  return readBytes(new Uint8Array(await file.arrayBuffer()), file.name);
}
