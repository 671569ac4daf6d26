import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Settings } from '../storage/settings.ts';
import { fits, type Guard, isNumber, isStrings, type Shape } from '../storage/shape.ts';

/** The narrowest and the widest a person can make a column, in px. */
export const NARROWEST = 64;
export const WIDEST = 800;

/** Which columns of a table a person sees, and how wide. */
export interface TableColumns<Row> {
  /** Left to right. */
  readonly shown: Accessor<readonly Column<Row>[]>;
  readonly isShown: (columnId: string) => boolean;
  /** Shows or hides a column; the first one stays. */
  readonly toggle: (columnId: string) => void;
  /** Widths the person has set, in px by column. */
  readonly widths: Accessor<Readonly<Record<string, number>>>;
  /** Sets the width of a column, or gives it back its own. */
  readonly resize: (columnId: string, width: number | undefined) => void;
  /** Back to the usual columns and widths. */
  readonly reset: () => void;
}

/** What a person has chosen for one table; columns go by their ids. */
interface ColumnSettings {
  /** Columns of the usual choice that are switched off. */
  readonly hidden: readonly string[];
  /** Optional columns that are switched on. */
  readonly added: readonly string[];
  /** In px. */
  readonly widths: Readonly<Record<string, number>>;
}

/** What is shown until somebody chooses. */
const USUAL: ColumnSettings = { hidden: [], added: [], widths: {} };

const isWidths: Guard<Readonly<Record<string, number>>> = (
  value,
): value is Readonly<Record<string, number>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((width) => isNumber(width) && width > 0);

const SHAPE: Shape<ColumnSettings> = { hidden: isStrings, added: isStrings, widths: isWidths };

/** Makes the choice of columns of one table, as kept in this browser under the table's name. */
export function createTableColumns<Row>(
  settings: Pick<Settings, 'readTable' | 'writeTable'>,
  table: string,
  columns: readonly Column<Row>[],
): TableColumns<Row> {
  const [chosen, choose] = createSignal<ColumnSettings>();
  const reading = settings
    .readTable(table)
    .then((stored) => {
      if (stored !== undefined) choose(parseColumnSettings(stored));
    })
    // Where nothing can be read, the usual is shown.
    .catch(() => undefined);
  const current = () => chosen() ?? USUAL;

  async function change(how: (settings: ColumnSettings) => ColumnSettings): Promise<void> {
    // Nothing that is stored is overwritten unread.
    await reading;
    const next = how(current());
    choose(next);
    await settings.writeTable(table, next);
  }
  function changeIfPossible(how: Parameters<typeof change>[0]): void {
    // What cannot be kept still holds as long as the page.
    change(how).catch(() => undefined);
  }

  const isShown = (columnId: string) => isColumnShown(columns, current(), columnId);
  return {
    shown: createMemo(() => columns.filter(({ id }) => isShown(id))),
    isShown,
    toggle: (columnId) =>
      changeIfPossible((before) => withColumnToggled(columns, before, columnId)),
    widths: createMemo(() => current().widths),
    resize: (columnId, width) => changeIfPossible((before) => withWidth(before, columnId, width)),
    reset: () => changeIfPossible(() => USUAL),
  };
}

/** Reads stored settings; damaged ones count as none. */
function parseColumnSettings(stored: unknown): ColumnSettings {
  return fits(stored, SHAPE) ? stored : USUAL;
}

/** Whether a column is shown; the first one always is. */
function isColumnShown<Row>(
  columns: readonly Column<Row>[],
  settings: ColumnSettings,
  columnId: string,
): boolean {
  const column = columns.find(({ id }) => id === columnId);
  if (!column) return false;
  if (column === columns[0]) return true;
  return column.isOptional
    ? settings.added.includes(columnId)
    : !settings.hidden.includes(columnId);
}

/** Shows a column or hides it; the first one stays. */
function withColumnToggled<Row>(
  columns: readonly Column<Row>[],
  settings: ColumnSettings,
  columnId: string,
): ColumnSettings {
  const column = columns.find(({ id }) => id === columnId);
  if (!column || column === columns[0]) return settings;
  return column.isOptional
    ? { ...settings, added: toggled(settings.added, columnId) }
    : { ...settings, hidden: toggled(settings.hidden, columnId) };
}

/** Sets the width of a column in px, or gives it back its own. */
function withWidth(
  settings: ColumnSettings,
  columnId: string,
  width: number | undefined,
): ColumnSettings {
  const { [columnId]: _, ...others } = settings.widths;
  return { ...settings, widths: width === undefined ? others : { ...others, [columnId]: width } };
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

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
