import { createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { Button } from '../controls/button.tsx';
import './dialog.css';

/**
 * A modal dialog that is open as long as it is rendered: a heading, a button that closes it, content, and buttons at
 * the end of it. Escape and a press outside close it.
 */
export function Dialog(props: {
  /** The heading, also the accessible name. */
  readonly title: string;
  /** Maximum width: 560 px, 720 px for comparisons, or 960 px for rows side by side. */
  readonly size?: 'medium' | 'wide' | 'large';
  /** Called when the person closes the dialog; the owner then stops rendering it. */
  readonly onClose: () => void;
  /** The buttons at the end; the last one is the main action. */
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  const opener = document.activeElement;
  onMount(() => {
    dialog?.showModal();
    // A press on the backdrop has the dialog itself as its target.
    dialog?.addEventListener('click', (event) => event.target === dialog && dialog?.close());
  });
  onCleanup(() => {
    // While the dialog is in the document, nothing outside it can receive the focus.
    queueMicrotask(() => {
      if (opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    });
  });
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${props.size ?? 'medium'}`}
      aria-labelledby={id}
      onClose={() => props.onClose()}
    >
      <div class="dialog-box">
        <header class="dialog-head">
          <h2 id={id}>{props.title}</h2>
          <Button
            kind="ghost"
            icon="x"
            isIconOnly
            label="Close"
            class="dialog-close"
            onClick={() => dialog?.close()}
          />
        </header>
        <div class="dialog-content">{props.children}</div>
        <Show when={props.actions}>
          <footer class="dialog-actions">{props.actions}</footer>
        </Show>
      </div>
    </dialog>
  );
}
