import { createSignal, For, type JSX, onCleanup } from 'solid-js';
import { chooseTheme, followTheme, readTheme, type Theme } from '../../storage/theme.ts';
import './theme-choice.css';

const LABELS: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** The choice between the system's theme, light and dark, for all tabs. */
export function ThemeChoice(): JSX.Element {
  const [theme, setTheme] = createSignal(readTheme());
  const left = new AbortController();
  onCleanup(() => left.abort());
  followTheme(setTheme, left.signal);

  return (
    <fieldset class="theme">
      <legend>Theme</legend>
      <For each={Object.entries(LABELS)}>
        {([value, label]) => (
          <label>
            <input
              type="radio"
              name="theme"
              checked={theme() === value}
              onChange={() => {
                // The values of the options are the keys of LABELS, which are themes.
                const chosen = value as Theme;
                setTheme(chosen);
                chooseTheme(chosen);
              }}
            />
            {label}
          </label>
        )}
      </For>
    </fieldset>
  );
}
