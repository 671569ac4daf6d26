import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js';
import { endOfLogin } from '../../services/login-facts.ts';
import { endSandbox } from '../../services/sandbox.ts';
import { useServices, useSessionRecord } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import {
  type Inventory,
  removeStored,
  type StoredAmount,
  type StoredKind,
  takeInventory,
} from '../../storage/inventory.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/overlays/toast.tsx';
import { settled } from '../../ui/settled.ts';
import { formatDay } from '../../words/day.ts';
import { formatBytes, formatNumber } from '../../words/number.ts';
import { STORED_TEXTS, type StoredText } from './stored-kinds.ts';

const times = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** What is stored in this browser: each kind with its live amount and a button that removes it. */
export function StoredList(props: { readonly logOut: () => Promise<void> }): JSX.Element {
  const services = useServices();
  const { caches } = useSpotify();
  const toast = useToast();
  const record = useSessionRecord();
  const [inventory, { refetch }] = createResource(() => takeInventory(services));
  const [failed, setFailed] = createSignal<StoredKind>();
  // While it is taken again the last one stays, so that nothing flickers.
  const amounts = createMemo(
    (before: Inventory) => settled(inventory) ?? (inventory.error ? {} : before),
    {},
  );
  const shown = () => STORED_TEXTS.filter(({ kind }) => kind !== 'other' || amounts().other);

  async function removeKind(kind: Exclude<StoredKind, 'login'>): Promise<void> {
    const { late, clientId, openSandbox } = services;
    if (['export', 'lists', 'changes'].includes(kind)) late.jobs?.stopAll();
    // Other tabs hold it in memory, and are told.
    if (kind === 'workbench') await endSandbox(openSandbox);
    if (kind === 'client-id') await clientId.forget();
    await removeStored(kind, services, caches);
    if (kind === 'changes') for (const { forget } of late.jobs?.all() ?? []) forget?.();
  }

  async function remove({ kind, name }: StoredText): Promise<void> {
    setFailed(undefined);
    try {
      if (kind === 'login') {
        await props.logOut();
        return;
      }
      await removeKind(kind);
      toast({ text: `${name}: removed from this browser.` });
    } catch {
      setFailed(kind);
    }
    await refetch();
  }

  function untilOf({ kind, life }: StoredText, amount: StoredAmount): string {
    const authorizedAt = record()?.authorizedAt;
    if (kind === 'login' && authorizedAt !== undefined)
      return `until ${formatDay(endOfLogin(authorizedAt))} at most`;
    return amount.until === undefined || kind === 'backup'
      ? life
      : `until ${times.format(amount.until)} at most`;
  }

  return (
    <ul class="stored">
      <For each={shown()}>
        {(text) => {
          const amount = () => amounts()[text.kind];
          return (
            <li class="stored-kind">
              <h3 class="stored-name">{text.name}</h3>
              <p class="stored-text">{text.text}</p>
              <p class="stored-amount">
                <ChangingText text={amountText(text, amount())} />
                <span class="stored-until">
                  <ChangingText text={untilOf(text, amount() ?? { count: 0, bytes: 0 })} />
                </span>
              </p>
              <Button
                size="small"
                class="stored-remove"
                label="Remove"
                name={`Remove: ${text.name}`}
                isDisabled={amount() === undefined}
                onClick={() => void remove(text)}
              />
              <Show when={failed() === text.kind}>
                <Notice
                  kind="bad"
                  message="This browser did not remove it. Try again, or clear this page’s site data."
                  action="Try again"
                  onAction={() => void remove(text)}
                />
              </Show>
            </li>
          );
        }}
      </For>
    </ul>
  );
}

/** Formats an amount, such as "3 lists, 1.2 MB". */
function amountText({ noun }: StoredText, amount: StoredAmount | undefined): string {
  if (!amount) return 'Nothing';
  const size = formatBytes(amount.bytes);
  if (!noun) return size;
  return `${formatNumber(amount.count)} ${amount.count === 1 ? noun : `${noun}s`}, ${size}`;
}
