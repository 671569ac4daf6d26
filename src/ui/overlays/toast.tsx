import { createContext, createSignal, For, type JSX, Show, useContext } from 'solid-js';
import { ChangingText } from '../changing-text.tsx';
import { Button } from '../controls/button.tsx';
import './toast.css';

/** Time that a toast is shown, in ms; longer where it has an action. */
const SHOWN_MS = 6_000;
const SHOWN_WITH_ACTION_MS = 10_000;
/** Most toasts at once; an older one goes first. */
const MOST = 3;

/** A short text about something that is done; what needs an action of the person is a notice instead. */
interface Toast {
  readonly text: string;
  /** Label of its button, such as "Undo". */
  readonly action?: string;
  readonly onAction?: () => void;
}

const ToastContext = createContext<(toast: Toast) => void>();

/** Provides `useToast` to all components below, and draws the toasts over the page. */
export function ToastProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
  const remove = (toast: Toast) => setToasts((before) => before.filter((other) => other !== toast));
  return (
    <ToastContext.Provider
      value={(toast) => setToasts((before) => [...before, toast].slice(-MOST))}
    >
      {props.children}
      <div class="toasts" aria-live="polite">
        <For each={toasts()}>
          {(toast) => <ToastBox toast={toast} onEnd={() => remove(toast)} />}
        </For>
      </div>
    </ToastContext.Provider>
  );
}

/** Returns the function that shows a toast. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('no toasts provided');
  return show;
}

/** One toast, which ends by itself; the time does not run while the pointer or the focus is on it. */
function ToastBox(props: { readonly toast: Toast; readonly onEnd: () => void }): JSX.Element {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  function start(): void {
    stop();
    timer = setTimeout(() => props.onEnd(), props.toast.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
  }
  start();
  return (
    <div
      class="toast"
      onPointerEnter={stop}
      onPointerLeave={start}
      onFocusIn={stop}
      onFocusOut={start}
    >
      <p class="toast-text">
        <ChangingText text={props.toast.text} />
      </p>
      <Show when={props.toast.action}>
        {(action) => (
          <Button
            kind="ghost"
            size="small"
            class="toast-action"
            label={action()}
            onClick={() => {
              props.onEnd();
              props.toast.onAction?.();
            }}
          />
        )}
      </Show>
      <Button
        kind="ghost"
        size="small"
        icon="x"
        isIconOnly
        label="Dismiss"
        class="toast-action"
        onClick={() => props.onEnd()}
      />
    </div>
  );
}
