import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Settings } from '../storage/settings.ts';
import { fits, type Guard, isNumber, isStrings, orNull, type Shape } from '../storage/shape.ts';

/** Minimum and maximum width of a column, in px. */
export const NARROWEST = 64;
export const WIDEST = 800;

/** Heights of the rows, from low to high. */
export const DENSITIES = ['compact', 'medium', 'roomy'] as const;

/** A height of the rows: 32, 44 or 52 px at letters of 16 px. */
export type Density = (typeof DENSITIES)[number];

/** The visible columns of a table, their widths, and the height of its rows. */
export interface TableColumns<Row> {
  /** Left to right. */
  readonly shown: Accessor<readonly Column<Row>[]>;
  readonly isShown: (columnId: string) => boolean;
  /** Whether a column is always visible. */
  readonly isFixed: (columnId: string) => boolean;
  /** Shows or hides a column that is not fixed. */
  readonly toggle: (columnId: string) => void;
  /** Widths set by the person, in px by column id. */
  readonly widths: Accessor<Readonly<Record<string, number>>>;
  /** Sets the width of a column in px; `undefined` restores its default. */
  readonly resize: (columnId: string, width: number | undefined) => void;
  readonly density: Accessor<Density>;
  readonly setDensity: (density: Density) => void;
  /** Restores the default columns and widths. */
  readonly reset: () => void;
}

/** Stored settings of one table, by column id. */
interface TableSettings {
  /** Columns that the person has hidden. */
  readonly hidden: readonly string[];
  /** Columns that the person has made visible. */
  readonly added: readonly string[];
  /** In px. */
  readonly widths: Readonly<Record<string, number>>;
  /** `null` for the usual one of the table. */
  readonly density: Density | null;
}

/** Defaults, used until settings are stored. */
const USUAL: TableSettings = { hidden: [], added: [], widths: {}, density: null };

const isWidths: Guard<Readonly<Record<string, number>>> = (
  value,
): value is Readonly<Record<string, number>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((width) => isNumber(width) && width > 0 && width <= WIDEST);

const isDensity: Guard<Density> = (value): value is Density =>
  DENSITIES.some((density) => density === value);

const SHAPE: Shape<TableSettings> = {
  hidden: isStrings,
  added: isStrings,
  widths: isWidths,
  density: orNull(isDensity),
};

/** A table whose columns are chosen. */
interface ColumnsOfTable<Row> {
  /** The name under which the settings are stored. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Density until the person chooses one. */
  readonly usualDensity: Density;
  /** All rows once the list is whole; `undefined` until then. */
  readonly whole: Accessor<readonly Row[] | undefined>;
  /** Whether the window has room for all columns. */
  readonly isWide: Accessor<boolean>;
}

/** Makes the settings of one table, stored in this browser under the table's name. */
export function createTableColumns<Row>(
  settings: Pick<Settings, 'readTable' | 'writeTable'>,
  { label, columns, usualDensity, whole, isWide }: ColumnsOfTable<Row>,
): TableColumns<Row> {
  const [chosen, choose] = createSignal<TableSettings>();
  const reading = settings
    .readTable(label)
    .then((stored) => {
      if (stored !== undefined) choose(parseTableSettings(stored));
    })
    // The defaults apply where storage cannot be read.
    .catch(() => undefined);
  const current = () => chosen() ?? USUAL;

  async function change(how: (settings: TableSettings) => TableSettings): Promise<void> {
    // Wait for the stored settings, so that a change does not overwrite them unread.
    await reading;
    const next = how(current());
    choose(next);
    await settings.writeTable(label, next);
  }
  function changeIfPossible(how: Parameters<typeof change>[0]): void {
    // Settings that cannot be stored apply as long as the page lives.
    change(how).catch(() => undefined);
  }

  const idle = createMemo(() => idleColumns(columns, whole()), new Set<string>(), {
    equals: (one, other) => [...one].join(' ') === [...other].join(' '),
  });
  const fixed = columns.some(({ isFixed }) => isFixed)
    ? columns.filter(({ isFixed }) => isFixed)
    : columns.slice(0, 1);
  const isFixed = (columnId: string) => fixed.some(({ id }) => id === columnId);

  function isShown(columnId: string): boolean {
    const column = columns.find(({ id }) => id === columnId);
    if (!column || isFixed(columnId)) return column !== undefined;
    if (current().hidden.includes(columnId)) return false;
    if (current().added.includes(columnId)) return true;
    if (column.isForWide && !isWide()) return false;
    return !(column.isOptional || idle().has(columnId));
  }

  return {
    shown: createMemo(() => columns.filter(({ id }) => isShown(id))),
    isShown,
    isFixed,
    toggle(columnId) {
      if (isFixed(columnId)) return;
      const isWanted = !isShown(columnId);
      changeIfPossible((before) => ({
        ...before,
        hidden: withId(before.hidden, columnId, !isWanted),
        added: withId(before.added, columnId, isWanted),
      }));
    },
    widths: createMemo(() => current().widths),
    resize: (columnId, width) => changeIfPossible((before) => withWidth(before, columnId, width)),
    density: createMemo(() => current().density ?? usualDensity),
    setDensity: (density) => changeIfPossible((before) => ({ ...before, density })),
    reset: () => changeIfPossible(({ density }) => ({ ...USUAL, density })),
  };
}

/** Parses stored settings, also those of before there was a density; damaged ones are ignored. */
function parseTableSettings(stored: unknown): TableSettings {
  const settings = { density: null, ...Object(stored) };
  return fits(settings, SHAPE) ? settings : USUAL;
}

/**
 * Gives the minor columns that tell rows apart in nothing: all of them until the list is whole, then those with equal
 * known values in all rows; in a list of one row, none.
 */
function idleColumns<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[] | undefined,
): ReadonlySet<string> {
  const isIdle = ({ value }: Column<Row>) => {
    if (!rows) return true;
    if (rows.length < 2) return false;
    // An unknown value tells nothing: Spotify does not say who added a song that it has removed.
    const known = rows.map(value).filter((each) => each !== null);
    return known.every((each) => each === known[0]);
  };
  return new Set(columns.filter((column) => column.isMinor && isIdle(column)).map(({ id }) => id));
}

/** Sets the width of a column in px; `undefined` restores its default. */
function withWidth(
  settings: TableSettings,
  columnId: string,
  width: number | undefined,
): TableSettings {
  const { [columnId]: _, ...others } = settings.widths;
  return { ...settings, widths: width === undefined ? others : { ...others, [columnId]: width } };
}

function withId(ids: readonly string[], id: string, isWanted: boolean): readonly string[] {
  const others = ids.filter((other) => other !== id);
  return isWanted ? [...others, id] : others;
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
