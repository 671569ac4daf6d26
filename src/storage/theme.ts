import { BASE_PATH } from '../deployment.ts';
import { themeKey } from './keys.ts';

const THEME_KEY = themeKey(BASE_PATH);

/** In which colours the page is shown; `auto` leaves it to the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** Gives the theme that was chosen; `auto` where none was, or where the browser blocks its storage. */
export function readTheme(): Theme {
  try {
    return parseTheme(localStorage.getItem(THEME_KEY));
  } catch {
    return 'auto';
  }
}

/** Shows the page in a theme and keeps the choice, where the browser lets it be kept. */
export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // It holds until this page is left.
  }
}

/** Follows the choice made in another tab until the signal aborts. */
export function followTheme(listener: (theme: Theme) => void, signal: AbortSignal): void {
  addEventListener(
    'storage',
    ({ key }) => {
      // Without a key, all of it was cleared.
      if (key !== THEME_KEY && key !== null) return;
      show(readTheme());
      listener(readTheme());
    },
    { signal },
  );
}

/** By an attribute that app.css has rules for: `light-dark()`, lowered for older browsers, sees no inline style. */
function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}

function parseTheme(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
