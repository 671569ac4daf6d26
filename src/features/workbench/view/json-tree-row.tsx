import { type JSX, Show } from 'solid-js';
import { type JsonRow, nameIn, scalarText } from '../answer/json-rows.ts';

/** Longest value that is drawn; its whole text can be copied. */
const LONGEST = 300;

/** One row of a JSON tree: its fold, its name and its value, which may lead to a request. */
export function JsonTreeRow(props: {
  readonly id: string;
  readonly row: JsonRow;
  readonly isSelected: boolean;
  readonly isLink: boolean;
  readonly onPress: () => void;
  readonly onFold: () => void;
  readonly onFollow: () => void;
}): JSX.Element {
  const isFolder = () => props.row.size !== undefined;
  return (
    // The focus stays on the tree, which obeys the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={props.id}
      class="json-tree-row"
      role="treeitem"
      aria-level={props.row.depth + 1}
      aria-selected={props.isSelected}
      aria-expanded={isFolder() ? props.row.isOpen : undefined}
      style={{ '--depth': props.row.depth }}
      onClick={() => {
        props.onPress();
        props.onFold();
      }}
      onDblClick={() => props.isLink && props.onFollow()}
    >
      <span class="json-tree-fold" aria-hidden="true">
        {isFolder() ? (props.row.isOpen ? '▾' : '▸') : ''}
      </span>
      <span class="json-tree-key" translate="no">
        {props.row.key ? `${props.row.key}: ` : ''}
      </span>
      <span
        class={`json-tree-value json-tree-${kindOf(props.row.value)}`}
        translate="no"
        title={isFolder() ? undefined : scalarText(props.row.value).slice(0, 2_000)}
      >
        <Show when={props.isLink} fallback={shortText(props.row)}>
          <span class="json-tree-link" onClick={() => props.onFollow()} aria-hidden="true">
            {shortText(props.row)}
          </span>
        </Show>
      </span>
    </div>
  );
}

function shortText({ value, size }: JsonRow): string {
  if (size === undefined) {
    const text = scalarText(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }
  if (Array.isArray(value)) return `[ ${size} ]`;
  return [`{ ${size} }`, nameIn(value).slice(0, LONGEST)].filter(Boolean).join('  ');
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
