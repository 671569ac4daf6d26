import { useNavigate } from '@solidjs/router';
import {
  createMemo,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { fold } from '../../library/fold.ts';
import { formatName } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import { useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { type Command, useCommands } from '../../ui/command.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isComposing } from '../../ui/keys.ts';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { findCommands } from './find-commands.ts';
import './palette.css';

/** Finds a command or a playlist by the start of its words, and runs or opens it. */
export function Palette(props: { readonly onClose: () => void }): JSX.Element {
  const navigate = useNavigate();
  const commands = useCommands();
  const playlists = createCachedPlaylists();
  const [query, setQuery] = createSignal('');
  const [place, setPlace] = createSignal(0);
  const id = createUniqueId();
  let dialog: HTMLDialogElement | undefined;

  const opened = createMemo(() =>
    playlists().map(
      (playlist): Command => ({
        id: `playlist ${playlist.id}`,
        label: formatName(playlist),
        group: 'Playlists',
        icon: 'list-music',
        href: `${BASE_PATH}playlists/${encodeId(playlist.id)}`,
      }),
    ),
  );
  const found = createMemo(() => {
    const others = commands.all().filter(({ id: command }) => command !== 'palette');
    return findCommands(others, opened(), fold(query()));
  });
  const chosen = () => Math.min(place(), found().length - 1);

  function run(command: Command | undefined): void {
    if (!command) return;
    dialog?.close();
    if (command.run) command.run();
    else if (command.href?.startsWith(BASE_PATH)) navigate(command.href, { resolve: false });
  }

  function obey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const count = found().length;
    if (step !== undefined && count > 0) setPlace((chosen() + step + count) % count);
    else if (event.key === 'Enter') run(found()[chosen()]);
    else return;
    event.preventDefault();
    dialog?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  const opener = document.activeElement;
  onMount(() => {
    dialog?.showModal();
    dialog?.addEventListener('click', (event) => event.target === dialog && dialog?.close());
  });
  onCleanup(() => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  });

  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label="Find a command or a playlist"
      onClose={() => props.onClose()}
    >
      <div class="palette-box">
        <div class="palette-search">
          <Icon name="search" />
          <input
            type="text"
            class="palette-input"
            role="combobox"
            aria-label="Command or playlist"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={found().length > 0 ? `${id}-${chosen()}` : undefined}
            placeholder="Type a command or a playlist"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setPlace(0);
            }}
            onKeyDown={obey}
          />
        </div>
        <div id={id} class="palette-list" role="listbox" aria-label="Commands and playlists">
          <For each={found()}>
            {(command, index) => (
              // The keyboard reaches the options through the field, by `aria-activedescendant`.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                id={`${id}-${index()}`}
                class="palette-option"
                role="option"
                aria-selected={index() === chosen()}
                onClick={() => run(command)}
              >
                <Show when={command.icon}>{(icon) => <Icon name={icon()} />}</Show>
                <span
                  class="palette-label"
                  title={command.label}
                  translate={command.group === 'Playlists' ? 'no' : undefined}
                >
                  {command.label}
                </span>
                <span class="palette-group">{command.keys ?? command.group}</span>
              </div>
            )}
          </For>
        </div>
        <p class="palette-nothing" role="status">
          <ChangingText text={found().length === 0 ? `Nothing matches “${query()}”.` : ''} />
        </p>
      </div>
    </dialog>
  );
}

/** The list of all commands that have keys, by group. */
export function ShortcutSheet(props: { readonly onClose: () => void }): JSX.Element {
  const commands = useCommands();
  const groups = createMemo(() => {
    const withKeys = commands.all().filter(({ keys }) => keys !== undefined);
    const names = [...new Set(withKeys.map(({ group }) => group ?? 'This page'))];
    return names.map((name) => ({
      name,
      commands: withKeys.filter(({ group }) => (group ?? 'This page') === name),
    }));
  });
  return (
    <Dialog title="Keyboard shortcuts" onClose={props.onClose}>
      <For each={groups()}>
        {(group) => (
          <section class="shortcuts">
            <h3>{group.name}</h3>
            <dl class="shortcuts-list">
              <For each={group.commands}>
                {(command) => (
                  <div class="shortcuts-entry">
                    <dt>{command.label}</dt>
                    <dd>
                      <For each={command.keys?.split(' ')}>{(key) => <kbd>{key}</kbd>}</For>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
    </Dialog>
  );
}

/** The playlists that this page or this browser has cached; nothing is requested for them. */
function createCachedPlaylists(): () => readonly Playlist[] {
  const { session } = useServices();
  const [playlists, setPlaylists] = createSignal<readonly Playlist[]>([]);
  if (session.state().kind === 'signed-out') return playlists;
  const cache = useSpotify().caches.open('playlist', 'all');
  Promise.resolve(cache.peek() ?? cache.read()).then(
    ({ snapshot }) => setPlaylists(snapshot?.rows ?? []),
    // Without storage the palette finds commands alone.
    () => undefined,
  );
  return playlists;
}
