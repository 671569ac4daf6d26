import type { Page } from '@playwright/test';

/**
 * Translates a page as browsers do, from its first text on: replaces each text node that may be translated by a copy
 * in two `<font>` elements. The words stay the same.
 */
export async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const inFont = (text: Text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      return outer;
    };
    const isTranslated = (text: Text) =>
      text.data.trim() !== '' &&
      text.parentElement?.closest('font, [translate=no], script, style, title') === null;
    const translateAll = () => {
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) {
        if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
      }
      for (const text of texts.filter(isTranslated)) text.replaceWith(inFont(text));
    };
    // Texts of the parser are replaced when it has ended.
    addEventListener('DOMContentLoaded', () => {
      translateAll();
      new MutationObserver(translateAll).observe(document.documentElement, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
  });
}
