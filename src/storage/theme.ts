import { BASE_PATH } from '../deployment.ts';
import { themeKey } from './keys.ts';

const THEME_KEY = themeKey(BASE_PATH);

/** The color scheme of the page; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** Reads the stored theme; `auto` where none is stored or the browser blocks its storage. */
export function readTheme(): Theme {
  try {
    return parseTheme(localStorage.getItem(THEME_KEY));
  } catch {
    return 'auto';
  }
}

/** Applies a theme to the page and stores the choice, where the browser allows it. */
export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // The theme applies until this page is left.
  }
}

/** Applies a choice made in another tab and calls the listener, until the signal aborts. */
export function followTheme(listener: (theme: Theme) => void, signal: AbortSignal): void {
  addEventListener(
    'storage',
    ({ key }) => {
      // A storage event without a key reports that localStorage was cleared.
      if (key !== THEME_KEY && key !== null) return;
      show(readTheme());
      listener(readTheme());
    },
    { signal },
  );
}

/** Calls the listener with the theme of the page whenever it changes, in whichever tab it was chosen. */
export function watchTheme(listener: (theme: Theme) => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() =>
    listener(parseTheme(document.documentElement.dataset['theme'] ?? null)),
  );
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Sets the attribute that app.css has rules for: `light-dark()`, lowered for older browsers, ignores the
 * inline style.
 */
function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}

function parseTheme(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
