import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Settings } from '../storage/settings.ts';
import { fits, type Guard, isNumber, isStrings, type Shape } from '../storage/shape.ts';

/** Minimum and maximum width of a column, in px. */
export const NARROWEST = 64;
export const WIDEST = 800;

/** The visible columns of a table and their widths. */
export interface TableColumns<Row> {
  /** Left to right. */
  readonly shown: Accessor<readonly Column<Row>[]>;
  readonly isShown: (columnId: string) => boolean;
  /** Shows or hides a column; the first one cannot be hidden. */
  readonly toggle: (columnId: string) => void;
  /** Widths set by the person, in px by column id. */
  readonly widths: Accessor<Readonly<Record<string, number>>>;
  /** Sets the width of a column in px; `undefined` restores its default. */
  readonly resize: (columnId: string, width: number | undefined) => void;
  /** Restores the default columns and widths. */
  readonly reset: () => void;
}

/** Stored column settings of one table, by column id. */
interface ColumnSettings {
  /** Default columns that are hidden. */
  readonly hidden: readonly string[];
  /** Optional columns that are visible. */
  readonly added: readonly string[];
  /** In px. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Defaults, used until settings are stored. */
const USUAL: ColumnSettings = { hidden: [], added: [], widths: {} };

const isWidths: Guard<Readonly<Record<string, number>>> = (
  value,
): value is Readonly<Record<string, number>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((width) => isNumber(width) && width > 0 && width <= WIDEST);

const SHAPE: Shape<ColumnSettings> = { hidden: isStrings, added: isStrings, widths: isWidths };

/** Makes the column settings of one table, stored in this browser under the table's name. */
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
    // The defaults apply where storage cannot be read.
    .catch(() => undefined);
  const current = () => chosen() ?? USUAL;

  async function change(how: (settings: ColumnSettings) => ColumnSettings): Promise<void> {
    // Wait for the stored settings, so that a change does not overwrite them unread.
    await reading;
    const next = how(current());
    choose(next);
    await settings.writeTable(table, next);
  }
  function changeIfPossible(how: Parameters<typeof change>[0]): void {
    // Settings that cannot be stored apply as long as the page lives.
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

/** Parses stored settings; damaged ones are ignored. */
function parseColumnSettings(stored: unknown): ColumnSettings {
  return fits(stored, SHAPE) ? stored : USUAL;
}

/** Whether a column is visible; the first one always is. */
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

/** Toggles a column; the first one stays visible. */
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

/** Sets the width of a column in px; `undefined` restores its default. */
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
      // A flexible column has a minimum width, however wide the others are.
      return width.includes('fr')
        ? width.replace('(0,', `(${NARROWEST}px,`)
        : `minmax(0, ${width})`;
    })
    .join(' ');
}
