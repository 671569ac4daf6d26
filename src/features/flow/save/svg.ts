import { headOf, layOut, pathOf, WIDTH } from '../explain/diagram.ts';
import type { Step } from '../explain/step.ts';

const COLOURS = { ahead: '#767069', waiting: '#a8321a', done: '#221d18', failed: '#a1161f' };

/** Writes the sequence diagram of a flow as an SVG file. */
export function toSvg(steps: readonly Step[]): string {
  const { height, lifelines, arrows } = layOut(steps);
  const description = arrows.map((arrow) => arrow.description).join('. ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH * 2}" height="${height * 2}" font-family="system-ui, sans-serif" font-size="11" role="img">`,
    `<title>Login flow</title><desc>${escaped(description)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fbf9f5"/>`,
    ...lifelines.flatMap(({ x, name }) => [
      `<line x1="${x}" x2="${x}" y1="44" y2="${height}" stroke="#d6d1c9"/>`,
      ...name.map(
        (part, index) =>
          `<text x="${x}" y="${20 + index * 14}" text-anchor="middle" fill="#221d18">${escaped(part)}</text>`,
      ),
    ]),
    ...arrows.flatMap((arrow) => {
      const { step, y, fromX, labelX, anchor } = arrow;
      const colour = COLOURS[step.state];
      const dashes = step.state === 'ahead' ? ' stroke-dasharray="3 3"' : '';
      return [
        `<path d="${pathOf(arrow)}" fill="none" stroke="${colour}"${dashes}/><path d="${headOf(arrow)}" fill="${colour}"/>`,
        `<circle cx="${fromX}" cy="${y}" r="9" fill="#fbf9f5" stroke="${colour}"/>`,
        `<text x="${fromX}" y="${y + 4}" text-anchor="middle" fill="${colour}">${step.number}</text>`,
        `<text x="${labelX}" y="${y - 13}" text-anchor="${anchor}" fill="${colour}" stroke="#fbf9f5" stroke-width="4" paint-order="stroke">${escaped(step.title)}</text>`,
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
