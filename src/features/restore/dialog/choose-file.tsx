import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { readBytes } from '../readers/read-bytes.ts';
import type { Draft } from '../restore-plan.ts';
import { readErrorText } from '../words.ts';
import { bytesOf, FileDrop } from './file-drop.tsx';

/** Name of the list of pasted songs; its ending makes commas parts of names. */
const PASTED = 'Pasted songs.txt';

/** Asks for a file, or for pasted links, and reads it on this device. */
export function ChooseFile(props: {
  readonly onRead: (file: Draft) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const [pasted, setPasted] = createSignal('');
  const [reading, setReading] = createSignal<string>();
  const [problem, setProblem] = createSignal<string>();
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });

  async function read(name: string, open: () => Promise<Uint8Array>): Promise<void> {
    setProblem(undefined);
    setReading(name);
    try {
      const bytes = await open();
      const found = await readBytes(bytes, name);
      if (!isGone) props.onRead({ name, bytes, read: found });
    } catch (error) {
      setProblem(readErrorText(error));
    } finally {
      setReading(undefined);
    }
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
            onClick={() => void read(PASTED, async () => new TextEncoder().encode(pasted()))}
          />
        </>
      }
    >
      <FileDrop
        label="File to restore from"
        reading={reading()}
        onFile={(file) => void read(file.name, () => bytesOf(file))}
      />
      <Show when={problem()}>{(message) => <Notice kind="bad" message={message()} />}</Show>
      <div class="restore-paste">
        <label for={`${id}-links`}>Or paste links or songs, one a line</label>
        <textarea
          id={`${id}-links`}
          rows="3"
          spellcheck={false}
          placeholder="https://open.spotify.com/track/… or Artist – Title"
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
          <li>Any CSV or list with links, ISRCs, or titles and artists; M3U</li>
        </ul>
      </details>
    </Dialog>
  );
}
