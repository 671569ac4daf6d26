import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { useEdits } from '../../features/edit/edits.ts';
import { endSandbox } from '../../services/sandbox.ts';
import { type Services, useServices } from '../../services/services.tsx';
import { openDatabase } from '../../storage/database.ts';
import { removeAllStored } from '../../storage/inventory.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { ChangesThatEnd } from '../frame/changes-at-log-out.tsx';

/** Asks whether everything is to be removed from this browser, and does it. */
export function RemoveEverything(props: { readonly onClose: () => void }): JSX.Element {
  const services = useServices();
  const edits = useEdits();
  const [hasFailed, setFailed] = createSignal(false);
  const [isRemoving, setRemoving] = createSignal(false);

  // Changes that cannot be read do not keep anything from being removed.
  onMount(() => edits.open().catch(() => undefined));

  async function remove(): Promise<void> {
    setRemoving(true);
    setFailed(false);
    try {
      await removeEverything(services);
    } catch {
      setFailed(true);
      setRemoving(false);
    }
  }

  return (
    <Dialog
      title="Remove everything?"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" isDisabled={isRemoving()} onClick={() => props.onClose()} />
          <Button
            kind="danger"
            icon="trash-2"
            label="Remove everything"
            isDisabled={isRemoving()}
            onClick={() => void remove()}
          />
        </>
      }
    >
      <p>
        This ends your login in all tabs. It removes your Client ID, your lists, unfinished exports
        and all settings from this browser.
      </p>
      <p>
        Files you have downloaded stay. Spotify isn’t told: to end the login there too, remove the
        app under “Apps” in your Spotify account.
      </p>
      <Show when={edits.jobs().length > 0}>
        <ChangesThatEnd edits={edits} />
      </Show>
      <Show when={hasFailed()}>
        <Notice
          kind="bad"
          message="This browser did not remove everything. Try again, or clear this page’s site data."
        />
      </Show>
    </Dialog>
  );
}

/** Suffixes of the names of a deployment's databases: its own, the demo's, and that of the simulated Spotify. */
const WORLDS = ['', ':demo', ':demo-server'];

/**
 * Removes all data of this deployment and of its demo from this browser, and ends the login in all tabs.
 *
 * @throws LoginError `storage-…` where the browser does not remove it.
 */
async function removeEverything(services: Services): Promise<void> {
  const { name, database, clock, session, demo, isDemo, late } = services;
  late.jobs?.stopAll();
  // Other tabs hold the workbench's token in memory, and are told; its record goes with the others below.
  await endSandbox(services.openSandbox).catch(() => undefined);
  const deployment = name.replace(/:demo$/, '');
  const known = await knownDatabases();
  for (const world of WORLDS.map((suffix) => deployment + suffix)) {
    if (world === name || !known.has(world)) continue;
    const store = world.endsWith('-server') ? 'records' : undefined;
    await removeAllStored({ database: openDatabase(world, clock, store).caches, name: world });
  }
  await removeAllStored({ database, name });
  // Tabs of the other world read their storage again, and find no login.
  if (isDemo) {
    const channel = new BroadcastChannel(deployment);
    channel.postMessage('changed');
    channel.close();
    await demo.leave(session);
    return;
  }
  await session.logOut();
  // Without a login in this tab nothing has replaced the document.
  location.replace(BASE_PATH);
}

/** The names of the databases of this origin; none where the browser does not tell. */
async function knownDatabases(): Promise<ReadonlySet<string | undefined>> {
  const all = await indexedDB.databases().catch(() => []);
  return new Set(all.map(({ name }) => name));
}
