import {
  type Accessor,
  createContext,
  createSignal,
  type JSX,
  onCleanup,
  useContext,
} from 'solid-js';
import type { IconName } from './icon-names.ts';

/** Something a person can do, as menus, tooltips, the command palette and the list of shortcuts show it. */
export interface Command {
  /** Unique among the commands of the app. */
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Group heading in the palette and in the list of shortcuts. */
  readonly group?: string;
  /** Shortcut as it is shown, such as `r`, `g p` or `Ctrl K`. */
  readonly keys?: string;
  /** Does it; or `href` leads there. */
  readonly run?: () => void;
  /** Address of the page that does it, base path included, or of another site. */
  readonly href?: string;
  /** Whether it cannot be undone. */
  readonly isDangerous?: boolean;
  /** Whether it can be done now; true by default. */
  readonly isAvailable?: () => boolean;
}

/** The commands of the page that is shown and of the frame around it. */
export interface Commands {
  /** The commands that can be done now, in the order of their registration. */
  readonly all: Accessor<readonly Command[]>;
  /** Adds commands, as long as the owner that calls this lives. */
  readonly register: (commands: () => readonly Command[]) => void;
}

const CommandsContext = createContext<Commands>();

/** Provides the commands to all components below. */
export function CommandsProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const [sources, setSources] = createSignal<readonly (() => readonly Command[])[]>([]);
  const commands: Commands = {
    all: () => sources().flatMap((source) => source().filter(isAvailable)),
    register(source) {
      setSources((before) => [...before, source]);
      onCleanup(() => setSources((before) => before.filter((other) => other !== source)));
    },
  };
  return <CommandsContext.Provider value={commands}>{props.children}</CommandsContext.Provider>;
}

/** Returns the commands of the app. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('no commands provided');
  return commands;
}

/** Whether a command can be done now. */
export function isAvailable(command: Command): boolean {
  return command.isAvailable?.() ?? true;
}
