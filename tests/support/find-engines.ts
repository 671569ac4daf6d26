import { findProgram } from './find-browser.ts';

/** Finds an installed Firefox: the one FIREFOX_PATH names, or one in a usual place. */
export const findFirefox = (): string | undefined =>
  findProgram(
    ['firefox-esr', 'firefox'],
    [process.env['FIREFOX_PATH'], '/Applications/Firefox.app/Contents/MacOS/firefox'],
  );

/** Finds the WebDriver service of WebKitGTK, which comes with a small browser. */
export const findWebKitDriver = (): string | undefined => findProgram(['WebKitWebDriver']);

/** Finds the X server whose screen is in memory. */
export const findXvfb = (): string | undefined => findProgram(['Xvfb']);

/** Whether WebKit can be started here. */
export const hasWebKit = (): boolean =>
  findWebKitDriver() !== undefined && findXvfb() !== undefined;
