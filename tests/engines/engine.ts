/** The minimal driver of a tab; {@link makeTab} builds the rest on it. */
export interface TabDriver {
  /** Begins a navigation; the old page may still be there when it resolves. */
  goTo(url: string): Promise<void>;
  /** Evaluates an expression in the page, awaits a promise, and returns the value as JSON. */
  run(expression: string): Promise<unknown>;
  /** Clicks with the pointer on the element that an expression returns. */
  clickOn(expression: string): Promise<void>;
  press(key: Key): Promise<void>;
  close(): Promise<void>;
}

/** Keys without a character, by their names. */
export type NamedKey = 'ArrowDown' | 'ArrowUp' | 'End' | 'Enter' | 'Escape' | 'Home';

/** A key by its name, or by its character. */
export type Key = NamedKey | (string & {});

/** A running browser. */
export interface EngineBrowser {
  /** Name and version, before each line of the report. */
  readonly name: string;
  /** The folder of its downloads. */
  readonly downloads: string;
  /** Opens a tab, and reports console errors and policy violations of its pages. */
  newTab(complain: (complaint: string) => void): Promise<TabDriver>;
  close(): Promise<void>;
}

/** An engine that may be installed. */
export interface Engine {
  readonly name: 'firefox' | 'webkit';
  /** Whether it is installed on this computer. */
  isInstalled(): boolean;
  /** Starts a browser that uses the proxy at this port for every host but 127.0.0.1. */
  start(proxyPort: number): Promise<EngineBrowser>;
}
