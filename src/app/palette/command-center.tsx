import { createSignal, type JSX, Match, Switch } from 'solid-js';
import { useCommands } from '../../ui/command.tsx';
import { createCommandKeys } from '../../ui/command-keys.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

/** Loads the palette and the list of shortcuts, late because a key opens them. */
const load = () => import('./palette.tsx');
const Palette = lazyPart(async () => ({ default: (await load()).Palette }));
const ShortcutSheet = lazyPart(async () => ({ default: (await load()).ShortcutSheet }));

/** Obeys the keys of all commands, and opens the command palette and the list of shortcuts. */
export function CommandCenter(): JSX.Element {
  const commands = useCommands();
  const [shown, show] = createSignal<'palette' | 'shortcuts'>();
  const close = () => void show();
  createCommandKeys(commands.all);
  commands.register(() => [
    {
      id: 'palette',
      label: 'Find a command or a playlist',
      group: 'Everywhere',
      icon: 'search',
      keys: 'Ctrl K',
      run: () => void show('palette'),
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      group: 'Everywhere',
      icon: 'keyboard',
      keys: '?',
      run: () => void show('shortcuts'),
    },
  ]);
  return (
    <Switch>
      <Match when={shown() === 'palette'}>
        <Palette onClose={close} />
      </Match>
      <Match when={shown() === 'shortcuts'}>
        <ShortcutSheet onClose={close} />
      </Match>
    </Switch>
  );
}
