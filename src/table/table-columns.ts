import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Settings } from '../storage/settings.ts';
import type { COLUMN_RULES, ColumnSettings } from './column-settings.ts';

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

/** The rules of the choice, which load for those who have made one, or are about to. */
type Rules = typeof COLUMN_RULES;

/** Makes the choice of columns of one table, as kept in this browser under the table's name. */
export function createTableColumns<Row>(
  settings: Pick<Settings, 'readTable' | 'writeTable'>,
  table: string,
  columns: readonly Column<Row>[],
): TableColumns<Row> {
  const [chosen, choose] = createSignal<{ rules: Rules; settings: ColumnSettings }>();

  async function load(stored: unknown): Promise<void> {
    const { COLUMN_RULES: rules } = await import('./column-settings.ts');
    // What the person does before it is read counts.
    choose((already) => already ?? { rules, settings: rules.parse(stored) });
  }
  const reading = settings
    .readTable(table)
    .then((stored) => (stored === undefined ? undefined : load(stored)));
  // Where nothing can be read, the usual is shown.
  reading.catch(() => undefined);

  async function change(
    how: (rules: Rules, settings: ColumnSettings) => ColumnSettings,
  ): Promise<void> {
    // Nothing that is stored is overwritten unread.
    await reading.catch(() => undefined);
    await load(undefined);
    const current = chosen();
    if (!current) return;
    const next = how(current.rules, current.settings);
    choose({ rules: current.rules, settings: next });
    await settings.writeTable(table, next);
  }
  function changeIfPossible(how: Parameters<typeof change>[0]): void {
    // What cannot be kept still holds as long as the page.
    change(how).catch(() => undefined);
  }

  function isShown(columnId: string): boolean {
    const current = chosen();
    if (current) return current.rules.isShown(columns, current.settings, columnId);
    return columns.some(({ id, isOptional }) => id === columnId && !isOptional);
  }

  return {
    shown: createMemo(() => columns.filter(({ id }) => isShown(id))),
    isShown,
    toggle: (columnId) =>
      changeIfPossible((rules, current) => rules.toggled(columns, current, columnId)),
    widths: createMemo(() => chosen()?.settings.widths ?? {}),
    resize: (columnId, width) =>
      changeIfPossible((rules, current) => rules.widened(current, columnId, width)),
    reset: () => changeIfPossible((rules) => rules.usual),
  };
}
