import type { BrowserContext, Page } from '@playwright/test';

/** What has moved and whither, as browsers tell it. */
interface Source {
  readonly node: Node | null;
  readonly previousRect: DOMRectReadOnly;
  readonly currentRect: DOMRectReadOnly;
}

const SHIFTS = 'takeLayoutShifts';

/** Follows in every page from now on what moves without being moved by anybody (Layout Instability API). */
export async function followLayoutShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    // Kept from before a test takes the page's clock.
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
    // Two frames later what has moved is reported.
    const take = () =>
      new Promise<string[]>((resolve) => frame(() => frame(() => resolve(shifts.splice(0)))));
    Object.assign(window, { [name]: take });
  }, SHIFTS);
}

/** Gives what has moved in the document that is shown, since it was last asked. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate((name) => Reflect.get(window, name)(), SHIFTS);
}
