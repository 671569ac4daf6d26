import { createEffect } from 'solid-js';
import { NARROWEST, WIDEST } from './table-columns.ts';

/** Width change per arrow key, in px. */
const STEP = 16;

/** The columns that can be resized. */
export interface ResizableColumns {
  /** The table header, with a cell for each column. */
  readonly head: HTMLElement;
  readonly columns: () => readonly { readonly id: string; readonly heading: string }[];
  /** Widths set by the person, in px. */
  readonly widths: () => Readonly<Record<string, number>>;
  /** Sets a width in px; `undefined` restores the default. */
  readonly resize: (columnId: string, width: number | undefined) => void;
}

/** Adds a separator to every header cell that resizes its column by pointer or keys. */
export function createColumnHandles({ head, columns, widths, resize }: ResizableColumns): void {
  let drag: { readonly id: string; readonly width: number; readonly x: number } | undefined;

  createEffect(() => {
    const cells = head.querySelectorAll('th');
    for (const [place, { id, heading }] of columns().entries()) {
      const cell = cells[place];
      if (!cell) continue;
      const handle = cell.querySelector<HTMLElement>('[role=separator]') ?? newHandle(cell);
      handle.dataset['column'] = id;
      handle.ariaLabel = `Width of ${heading}`;
      const width = widths()[id];
      handle.ariaValueNow = String(width ?? NARROWEST);
      handle.ariaValueText = width === undefined ? 'Automatic' : `${width} pixels`;
    }
  });

  head.addEventListener('pointerdown', (event) => {
    const handle = handleOf(event);
    if (!handle) return;
    handle.setPointerCapture(event.pointerId);
    drag = { id: idOf(handle), width: widthAt(handle), x: event.clientX };
  });
  head.addEventListener('pointermove', (event) => {
    // A button released outside the window sends no `pointerup`.
    if (event.buttons === 0) drag = undefined;
    if (drag) resize(drag.id, allowed(drag.width + event.clientX - drag.x));
  });
  for (const end of ['pointerup', 'pointercancel']) {
    head.addEventListener(end, () => {
      drag = undefined;
    });
  }
  head.addEventListener('keydown', (event) => {
    const handle = handleOf(event);
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, Home: 0 }[event.key];
    if (!handle || step === undefined) return;
    event.preventDefault();
    resize(idOf(handle), step === 0 ? undefined : allowed(widthAt(handle) + step));
  });
  head.addEventListener('dblclick', (event) => {
    const handle = handleOf(event);
    if (handle) resize(idOf(handle), undefined);
  });
}

function newHandle(cell: HTMLElement): HTMLElement {
  const handle = document.createElement('span');
  handle.role = 'separator';
  handle.tabIndex = 0;
  handle.ariaOrientation = 'vertical';
  handle.ariaValueMin = String(NARROWEST);
  handle.ariaValueMax = String(WIDEST);
  cell.append(handle);
  return handle;
}

function handleOf({ target }: Event): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches('[role=separator]') ? target : undefined;
}

function idOf(handle: HTMLElement): string {
  return handle.dataset['column'] ?? '';
}

function widthAt(handle: HTMLElement): number {
  return handle.parentElement?.offsetWidth ?? NARROWEST;
}

function allowed(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(width, WIDEST)));
}
