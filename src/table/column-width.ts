import type { Column } from '../library/columns.ts';

/** The narrowest and the widest a person can make a column, in px. */
export const NARROWEST = 64;
export const WIDEST = 800;

/** Gives the grid tracks of some columns, which shrink rather than make the page scroll sideways. */
export function gridTracks(
  columns: readonly Pick<Column<never>, 'id' | 'width'>[],
  widths: Readonly<Record<string, number>>,
): string {
  return columns
    .map(({ id, width }) => {
      const own = widths[id];
      if (own !== undefined) return `minmax(0, ${own}px)`;
      // A column that takes what is left keeps a little, however wide the others were made.
      return width.includes('fr')
        ? width.replace('(0,', `(${NARROWEST}px,`)
        : `minmax(0, ${width})`;
    })
    .join(' ');
}
