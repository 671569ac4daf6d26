import type { BrowserContext, Page } from '@playwright/test';

/** A layout shift's element and positions, as browsers report it. */
interface Source {
  readonly node: Node | null;
  readonly previousRect: DOMRectReadOnly;
  readonly currentRect: DOMRectReadOnly;
}

const SHIFTS = 'takeLayoutShifts';

/** Records in every page from now on all layout shifts without user input (Layout Instability API). */
export async function followLayoutShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    // The original function, before a test installs its clock.
    const frame = requestAnimationFrame.bind(window);
    const shifts: string[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: unknown = Reflect.get(entry, 'sources');
        shifts.push(Array.isArray(sources) ? sources.map(told).join(', ') : entry.entryType);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const told = ({ node, previousRect, currentRect }: Source) => {
      const what = node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent;
      return `${what} from ${previousRect.x}, ${previousRect.y} to ${currentRect.x}, ${currentRect.y}`;
    };
    // Shifts are reported two frames later.
    const take = () =>
      new Promise<string[]>((resolve) => frame(() => frame(() => resolve(shifts.splice(0)))));
    Object.assign(window, { [name]: take });
  }, SHIFTS);
}

/** Returns the layout shifts of the current document since the last call. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate((name) => Reflect.get(window, name)(), SHIFTS);
}
