import { onCleanup, onMount } from 'solid-js';
import { type Command, isAvailable } from './command.tsx';
import { isComposing, isLetter } from './keys.ts';

/** Time within which the second key of a sequence such as `g p` has to follow, in ms. */
const SEQUENCE_MS = 1_500;

/** Elements that take keys themselves: fields, and whatever is drawn over the page. */
const TAKES_KEYS =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, dialog, [popover]';

/** The members of a keyboard event that decide which command it runs. */
export type CommandKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'timeStamp'
>;

/**
 * Runs commands by their keys, as long as the owner lives: a character such as `r` or `?`, a sequence such as `g p`,
 * or `Ctrl K`, which is also Command K on a Mac. A key that a component has handled, by `preventDefault`, runs none.
 */
export function createCommandKeys(commands: () => readonly Command[]): void {
  const commandOf = makeKeyReader(() =>
    commands().filter((command) => command.run && isAvailable(command)),
  );
  function obey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || isComposing(event)) return;
    const isHeld = event.ctrlKey || event.metaKey;
    const { target } = event;
    if (!isHeld && target instanceof Element && target.closest(TAKES_KEYS)) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    command.run?.();
  }
  onMount(() => document.addEventListener('keydown', obey));
  onCleanup(() => document.removeEventListener('keydown', obey));
}

/** Makes the function that gives the command of each key pressed, and remembers the first key of a sequence. */
export function makeKeyReader(
  commands: () => readonly Command[],
): (event: CommandKey) => Command | undefined {
  let first: { readonly key: string; readonly at: number } | undefined;
  return (event) => {
    const isHeld = event.ctrlKey || event.metaKey;
    const before = first && event.timeStamp - first.at <= SEQUENCE_MS ? first.key : undefined;
    first = undefined;
    const known = commands().map((command) => ({ command, keys: command.keys?.split(' ') ?? [] }));
    const byKeys = (...prefix: readonly string[]) =>
      known.find(
        ({ keys }) =>
          keys.length === prefix.length + 1 &&
          prefix.every((key, index) => keys[index] === key) &&
          isPressed(event, keys.at(-1)),
      )?.command;
    if (isHeld) return byKeys('Ctrl');
    const found = (before === undefined ? undefined : byKeys(before)) ?? byKeys();
    if (found) return found;
    const opening = known.find(
      ({ keys }) => keys.length === 2 && keys[0] !== 'Ctrl' && isPressed(event, keys[0]),
    )?.keys[0];
    if (opening !== undefined) first = { key: opening, at: event.timeStamp };
    return undefined;
  };
}

function isPressed(event: CommandKey, key: string | undefined): boolean {
  if (key === undefined) return false;
  return /^[a-z]$/i.test(key)
    ? isLetter(event, key.toLowerCase()) && !event.shiftKey
    : event.key === key;
}
