import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  on,
  onCleanup,
  Show,
} from 'solid-js';
import { Button } from '../../../ui/controls/button.tsx';
import { runSoon } from '../../../ui/in-slices.ts';
import {
  countBelow,
  findJsonRows,
  type JsonRow,
  jsonRows,
  MOST_HITS,
  type Opening,
  openedRows,
  requestOf,
} from '../answer/json-rows.ts';
import { useCopy } from './copy-text.ts';
import { JsonTreeRow } from './json-tree-row.tsx';
import './json-tree.css';

/** Rows drawn above and below those in view. */
const AROUND = 8;

/** Height of a row until one is measured, in px. */
const ROW_HEIGHT = 24;

/**
 * A JSON value as a tree that folds; only the rows in view are drawn. Arrow keys move and fold, Enter follows the link of
 * a value to its own request.
 */
export function JsonTree(props: {
  readonly value: unknown;
  /** Opens the request that a value leads to. */
  readonly onOpen: (url: string) => void;
}): JSX.Element {
  const copy = useCopy();
  const id = createUniqueId();
  const [folding, setFolding] = createSignal<readonly JsonRow[]>([]);
  const [hits, setHits] = createSignal<readonly JsonRow[]>([]);
  const [words, setWords] = createSignal('');
  const [place, setPlace] = createSignal(0);
  const [top, setTop] = createSignal(0);
  const [size, setSize] = createSignal({ row: ROW_HEIGHT, window: 480 });
  let box: HTMLElement | undefined;
  const ofFolding = createRowsJob(setFolding);
  const ofHits = createRowsJob(setHits);

  const isSearch = () => words().trim() !== '';
  const rows = () => (isSearch() ? hits() : folding());

  function foldAll(opening: Opening): void {
    setPlace(0);
    box?.scrollTo({ top: 0 });
    ofFolding.begin(jsonRows(props.value, opening));
  }

  const active = () => Math.max(0, Math.min(place(), rows().length - 1));
  const selected = () => rows()[active()];
  const link = () => requestOf(selected()?.value, selected()?.holder);
  const first = () => Math.max(0, Math.floor(top() / size().row) - AROUND);
  const drawn = createMemo(() => {
    const past = Math.ceil((top() + size().window) / size().row) + AROUND;
    return rows().slice(first(), past);
  });
  createEffect(
    on(
      () => props.value,
      () => foldAll('near'),
    ),
  );

  function search(text: string): void {
    setWords(text);
    setPlace(0);
    box?.scrollTo({ top: 0 });
    ofHits.begin(findJsonRows(props.value, text));
  }

  function fold(row: JsonRow): void {
    const before = folding();
    const index = before.indexOf(row);
    if (row.isOpen) {
      const closed = { ...row, isOpen: false };
      ofFolding.end();
      setFolding(before.toSpliced(index, 1 + countBelow(before, index), closed));
    } else ofFolding.begin(replaced(before, index, openedRows(row)));
  }

  function measure(): void {
    if (!box) return;
    const row = box.querySelector('.json-tree-row')?.getBoundingClientRect().height;
    setTop(box.scrollTop);
    setSize({ row: row || ROW_HEIGHT, window: box.clientHeight });
  }

  function move(to: number): void {
    const next = Math.max(0, Math.min(to, rows().length - 1));
    setPlace(next);
    if (!box) return;
    const { row, window } = size();
    if (next * row < box.scrollTop) box.scrollTop = next * row;
    else if ((next + 1) * row > box.scrollTop + window) box.scrollTop = (next + 1) * row - window;
  }

  /** Moves to the parent of a folded row or of a value, and folds an open one. */
  function moveOut(row: JsonRow): void {
    if (row.isOpen && row.depth > 0) {
      fold(row);
      return;
    }
    const parent = rows().findLastIndex(
      ({ depth }, index) => index < active() && depth < row.depth,
    );
    if (parent >= 0) move(parent);
  }

  function obey(event: KeyboardEvent): void {
    const row = selected();
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor(size().window / size().row);
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active() + 1),
      ArrowUp: () => move(active() - 1),
      PageDown: () => move(active() + page),
      PageUp: () => move(active() - page),
      Home: () => move(0),
      End: () => move(rows().length - 1),
      ArrowRight: () => (row.size !== undefined && !row.isOpen ? fold(row) : move(active() + 1)),
      ArrowLeft: () => moveOut(row),
      Enter: () => follow(row),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  }

  function follow(row: JsonRow): void {
    const url = requestOf(row.value, row.holder);
    if (url) props.onOpen(url);
    else if (row.size !== undefined && !isSearch()) fold(row);
  }

  return (
    <div class="json-tree">
      <div class="json-tree-bar">
        <input
          type="search"
          aria-label="Search the answer"
          placeholder="Search names and values"
          autocomplete="off"
          spellcheck={false}
          value={words()}
          onInput={(event) => search(event.currentTarget.value)}
        />
        <Button
          size="small"
          kind="ghost"
          label="Open all"
          isDisabled={isSearch()}
          onClick={() => foldAll('all')}
        />
        <Button
          size="small"
          kind="ghost"
          label="Fold all"
          isDisabled={isSearch()}
          onClick={() => foldAll('whole')}
        />
      </div>
      <div
        ref={(element) => {
          box = element;
          element.addEventListener('keydown', obey);
          new ResizeObserver(measure).observe(element);
        }}
        class="json-tree-box"
        role="tree"
        aria-label="Body"
        aria-busy={ofFolding.isBusy() || ofHits.isBusy()}
        tabIndex={0}
        aria-activedescendant={selected() ? `${id}-${active()}` : undefined}
        onScroll={measure}
      >
        <div
          class="json-tree-rows"
          role="presentation"
          style={{
            height: `${rows().length * size().row}px`,
            'padding-block-start': `${first() * size().row}px`,
          }}
        >
          <For each={drawn()}>
            {(row, index) => (
              <JsonTreeRow
                id={`${id}-${first() + index()}`}
                row={row}
                isSelected={row === selected()}
                isLink={requestOf(row.value, row.holder) !== undefined}
                onPress={() => setPlace(first() + index())}
                onFold={() => row.size !== undefined && !isSearch() && fold(row)}
                onFollow={() => follow(row)}
              />
            )}
          </For>
        </div>
      </div>
      <Show when={isSearch()}>
        <p class="workbench-hint" aria-live="polite">
          {rows().length === MOST_HITS
            ? `The first ${MOST_HITS} hits`
            : `${rows().length} ${rows().length === 1 ? 'hit' : 'hits'}`}
        </p>
      </Show>
      <div class="json-tree-foot">
        <code class="json-tree-path" title={selected()?.path} translate="no">
          {selected()?.path || 'The whole body'}
        </code>
        <Button
          size="small"
          kind="ghost"
          label="Copy path"
          isDisabled={!selected()?.path}
          onClick={() => void copy(selected()?.path ?? '', 'Path')}
        />
        <Button
          size="small"
          kind="ghost"
          label="Copy value"
          onClick={() => void copy(valueText(selected()?.value), 'Value')}
        />
        <Button
          size="small"
          kind="ghost"
          label="Open request"
          isDisabled={!link()}
          onClick={() => {
            const url = link();
            if (url) props.onOpen(url);
          }}
        />
      </div>
    </div>
  );
}

/** Makes rows in short steps, in place of those that are still being made. */
function createRowsJob(take: (rows: readonly JsonRow[]) => void) {
  const [isBusy, setBusy] = createSignal(false);
  let stop = new AbortController();
  function end(): void {
    stop.abort();
    setBusy(false);
  }
  onCleanup(end);
  return {
    isBusy,
    end,
    begin(work: Generator<void, readonly JsonRow[]>): void {
      stop.abort();
      stop = new AbortController();
      setBusy(true);
      runSoon(work, stop.signal, (rows) => {
        take(rows);
        setBusy(false);
      });
    },
  };
}

/** Puts rows that are yet to be made in the place of one. */
function* replaced(
  rows: readonly JsonRow[],
  index: number,
  work: Generator<void, readonly JsonRow[]>,
): Generator<void, readonly JsonRow[]> {
  const made = yield* work;
  return [...rows.slice(0, index), ...made, ...rows.slice(index + 1)];
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');
}
