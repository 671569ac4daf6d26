import type { Key, TabDriver } from './engine.ts';
import { eventually, inTime } from './eventually.ts';
import { findingExpression, inWords, LIBRARY, literal, NO_LIBRARY, type Target } from './roles.ts';

/** A tab, whose elements are found by role and name. */
export interface Tab {
  /** Goes to an address and waits for the new document. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  address(): Promise<URL>;
  evaluate<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Argument>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Evaluates a function in the page on all matching elements. */
  read<Result>(target: Target, work: (found: Element[]) => Result): Promise<Result>;
  /** The texts of all matching elements. */
  texts(target: Target): Promise<string[]>;
  /** Waits for exactly one matching element, or so many. */
  sees(target: Target, count?: number): Promise<void>;
  /** Waits for the one matching element, and clicks it. */
  click(target: Target): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  close(): Promise<void>;
}

/** Makes a tab from its engine's driver. */
export function makeTab(driver: TabDriver): Tab {
  let departures = 0;

  /** Waits for a new document, or a new address in the same one. */
  async function leave(what: string, go: () => Promise<unknown>): Promise<void> {
    departures += 1;
    const mark = literal(departures);
    const before = await driver.run(`(globalThis.departure = ${mark}, location.href)`);
    await go();
    const isOld = `globalThis.departure === ${mark} && location.href === ${literal(before)}`;
    await eventually(
      `${what} leads to another page`,
      () => driver.run(`${isOld} ? 'the old page' : document.readyState`),
      (state) => state === 'interactive' || state === 'complete',
    );
  }

  async function withLibrary<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!String(error).includes(NO_LIBRARY)) throw error;
      await driver.run(LIBRARY);
      return work();
    }
  }

  async function read<Result>(target: Target, work: (found: Element[]) => Result): Promise<Result> {
    const expression = findingExpression(target, work);
    return (await withLibrary(() => driver.run(expression))) as Result;
  }

  const countOf = (target: Target) => read(target, (found) => found.length);

  return {
    open: (url) => leave(url, () => driver.goTo(url)),
    reload: () => leave('A reload', () => driver.run('location.reload()')),
    back: () => leave('“Back”', () => driver.run('history.back()')),
    address: async () => new URL(String(await driver.run('location.href'))),
    async evaluate<Result>(work: (argument: never) => unknown, argument?: unknown) {
      return (await driver.run(`(${work})(${literal(argument)})`)) as Result;
    },
    read,
    texts: (target) => read(target, (found) => found.map((each) => each.textContent ?? '')),
    async sees(target, count = 1) {
      await eventually(`The number of: ${inWords(target)}`, () => countOf(target), count);
    },
    async click(target) {
      const one = findingExpression(target, (found) => found[0]);
      const ready = findingExpression(target, readyForClick);
      const isReady = async () => {
        await withLibrary(() => driver.run(ready));
        return true;
      };
      await eventually(`${inWords(target)}, to be clicked on`, isReady, true);
      // Once only: to its driver, a click that navigates may look like a failed one.
      await inTime(`A click on ${inWords(target)}`, driver.clickOn(one));
    },
    async type(text) {
      for (const character of text) await driver.press(character);
    },
    press: (key) => driver.press(key),
    close: () => driver.close(),
  };
}

/** Scrolls the one element to where it can be clicked, and waits until it stops moving; runs within the page. */
async function readyForClick([first, ...more]: readonly Element[]): Promise<void> {
  if (!first || more.length > 0) throw new Error(`${first ? more.length + 1 : 0} elements`);
  if (first.matches(':disabled')) throw new Error('a disabled element');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let before = '';
  for (;;) {
    // WebKit's driver does not scroll, and the page's sticky header covers the edge.
    first.scrollIntoView({ block: 'center', behavior: 'instant' });
    await nextFrame();
    const { x, y, width, height } = first.getBoundingClientRect();
    const now = [x, y, width, height].join();
    if (now === before) return;
    before = now;
  }
}
