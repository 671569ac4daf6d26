/** One step of a picture in steps. */
export interface PictureStep {
  readonly text: string;
  /** As a data: URL. */
  readonly picture: string;
}

/** Writes a page that shows pictures side by side, numbered; for both themes. */
export function stepsPage(steps: readonly PictureStep[]): string {
  const items = steps.map(
    ({ text, picture }) => `<li><img alt="" src="${picture}"><p>${text}</p></li>`,
  );
  return `<!doctype html><meta name="color-scheme" content="light dark"><style>
    body { margin: 0; background: light-dark(#fbf9f5, #14110e); color: light-dark(#2a211a, #efe9df); }
    ol { display: grid; grid-template-columns: repeat(4, 1fr); gap: 24px; margin: 0; padding: 24px;
      list-style: none; counter-reset: step; font: 16px/1.4 system-ui, sans-serif; }
    li { display: grid; gap: 12px; align-content: start; counter-increment: step; }
    img { width: 100%; border: 1px solid light-dark(#ddd6cb, #3a332b); border-radius: 8px; }
    p { margin: 0; }
    p::before { content: counter(step) "  "; color: light-dark(#b3391f, #f09a72); font-family: Georgia, serif; }
    </style><ol>${items.join('')}</ol>`;
}
