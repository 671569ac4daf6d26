import type { Column } from '../library/columns.ts';
import { fits, type Guard, isNumber, isStrings, type Shape } from '../storage/shape.ts';

/** What a person has chosen for one table; columns go by their ids. */
export interface ColumnSettings {
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

/** The rules by which columns are chosen, in one piece because they load only for those who choose. */
export const COLUMN_RULES = {
  usual: USUAL,
  parse: parseColumnSettings,
  isShown: isColumnShown,
  toggled: withColumnToggled,
  widened: withWidth,
} as const;
