import { createSignal, For, type JSX, Show } from 'solid-js';
import { Notice } from '../../../ui/notice.tsx';
import type { Columns, Role } from '../readers/columns.ts';
import { readBytes } from '../readers/read-bytes.ts';
import type { ReadChoice, ReadFile, ReadTable } from '../readers/read-file.ts';
import type { Draft } from '../restore-plan.ts';
import { type ChoosableRole, ROLE_LABELS, readErrorText } from '../words.ts';

const ROLES = Object.keys(ROLE_LABELS).filter((name): name is ChoosableRole => name in ROLE_LABELS);

const SEPARATORS: readonly (readonly [string, string])[] = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  ['|', 'Bar'],
];

const ENCODINGS: readonly (readonly [string, string])[] = [
  ['', 'As recognised'],
  ['utf-8', 'UTF-8'],
  ['windows-1252', 'Western (1252)'],
  ['windows-1250', 'Central European (1250)'],
  ['windows-1251', 'Cyrillic (1251)'],
  ['windows-1253', 'Greek (1253)'],
  ['windows-1254', 'Turkish (1254)'],
  ['windows-1255', 'Hebrew (1255)'],
  ['windows-1256', 'Arabic (1256)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['gb18030', 'Chinese (GB 18030)'],
  ['big5', 'Chinese (Big5)'],
  ['euc-kr', 'Korean (EUC-KR)'],
  ['utf-16le', 'UTF-16'],
];

/** Shows the first rows of a table, and lets a person say what its columns hold; each choice reads the file again. */
export function CorrectColumns(props: {
  readonly draft: Draft;
  readonly table: ReadTable;
  readonly onRead: (read: ReadFile, choice: ReadChoice) => void;
}): JSX.Element {
  const { name, bytes, choice: before = {} } = props.draft;
  const [problem, setProblem] = createSignal<string>();
  const width = () =>
    Math.max(props.table.headings.length, ...props.table.sample.map((row) => row.length));
  const places = () => Array.from({ length: width() }, (_, at) => at);

  async function readAgain(change: ReadChoice): Promise<void> {
    setProblem(undefined);
    try {
      const choice = { ...before, ...change };
      props.onRead(await readBytes(bytes, name, choice), choice);
    } catch (error) {
      setProblem(readErrorText(error));
    }
  }

  function chooseRole(at: number, role: string): void {
    const others = Object.entries(props.table.columns).filter(
      ([each, place]) => place !== at && each !== role && !(role === 'uri' && each === 'id'),
    );
    const chosen = ROLES.find((each) => each === role);
    // A column of bare ids is one of links, too.
    const added = chosen === 'uri' ? { uri: at, id: at } : chosen ? { [chosen]: at } : {};
    const columns: Columns = { ...Object.fromEntries(others), ...added };
    void readAgain({ columns, delimiter: props.table.delimiter });
  }

  return (
    <section class="restore-columns" aria-label="Columns">
      <div class="restore-columns-scroll">
        <table>
          <thead>
            <tr>
              <For each={places()}>
                {(at) => (
                  <th scope="col">
                    <span
                      class="restore-column-name"
                      translate="no"
                      title={headingOf(props.table, at)}
                    >
                      {headingOf(props.table, at)}
                    </span>
                    <select
                      aria-label={`What ${headingOf(props.table, at)} holds`}
                      onChange={(event) => chooseRole(at, event.currentTarget.value)}
                    >
                      <option value="">Not used</option>
                      <For each={ROLES}>
                        {(role) => (
                          <option value={role} selected={roleAt(props.table.columns, at) === role}>
                            {ROLE_LABELS[role]}
                          </option>
                        )}
                      </For>
                    </select>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody translate="no">
            <For each={props.table.sample}>
              {(row) => (
                <tr>
                  <For each={places()}>{(at) => <td title={row[at]}>{row[at]}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="restore-columns-more">
        <label>
          Separator
          <select onChange={(event) => void readAgain({ delimiter: event.currentTarget.value })}>
            <For each={SEPARATORS}>
              {([value, label]) => (
                <option value={value} selected={props.table.delimiter === value}>
                  {label}
                </option>
              )}
            </For>
          </select>
        </label>
        <label>
          Letters
          <select onChange={(event) => void readAgain({ encoding: event.currentTarget.value })}>
            <For each={ENCODINGS}>
              {([value, label]) => (
                <option value={value} selected={(before.encoding ?? '') === value}>
                  {label}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="restore-columns-check">
          <input
            type="checkbox"
            checked={props.table.headings.length > 0}
            onChange={(event) => void readAgain({ hasHeadings: event.currentTarget.checked })}
          />
          First row is a heading
        </label>
      </div>
      <Show when={problem()}>{(text) => <Notice kind="bad" message={text()} />}</Show>
    </section>
  );
}

function headingOf({ headings }: ReadTable, at: number): string {
  return headings[at]?.trim() || `Column ${at + 1}`;
}

function roleAt(columns: Columns, at: number): Role | undefined {
  const role = ROLES.find((each) => columns[each] === at);
  return role ?? (columns.id === at ? 'uri' : undefined);
}
