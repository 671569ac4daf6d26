/** The least that every engine's driver can do with a tab; {@link makeTab} makes the rest of it. */
export interface TabDriver {
  /** Sets out for an address; when it resolves, the old page may still be there. */
  goTo(url: string): Promise<void>;
  /** Evaluates an expression in the page, waits where it is a promise, and gives its value as JSON can. */
  run(expression: string): Promise<unknown>;
  /** Clicks with the pointer on the element that an expression gives. */
  clickOn(expression: string): Promise<void>;
  press(key: Key): Promise<void>;
  close(): Promise<void>;
}

/** Keys by their name on the keyboard that write nothing. */
export type NamedKey = 'ArrowDown' | 'ArrowUp' | 'End' | 'Enter' | 'Escape' | 'Home';

/** A key by its name, or by the one character it writes. */
export type Key = NamedKey | (string & {});

/** A running browser. */
export interface EngineBrowser {
  /** Name and version, as they stand before each line of the report. */
  readonly name: string;
  /** Where its downloads come to lie. */
  readonly downloads: string;
  /** Opens a tab, and tells what the console and the policy of its pages say that no page should. */
  newTab(complain: (complaint: string) => void): Promise<TabDriver>;
  close(): Promise<void>;
}

/** An engine that may be installed. */
export interface Engine {
  readonly name: 'firefox' | 'webkit';
  /** Whether it can be started on this computer. */
  isInstalled(): boolean;
  /** Starts a browser that asks the proxy at this port for every host but 127.0.0.1. */
  start(proxyPort: number): Promise<EngineBrowser>;
}
