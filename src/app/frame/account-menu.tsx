import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { useJobs } from '../../services/jobs.ts';
import { useServices, useSessionRecord } from '../../services/services.tsx';
import { type Command, useCommands } from '../../ui/command.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { MenuPopover } from '../../ui/overlays/menu.tsx';
import { mayWrite } from '../../words/scopes.ts';
import type { LogOutControls } from './log-out.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import './account-menu.css';

// Both are late because few people press their entries.
const RemoveEverything = lazyPart(async () => ({
  default: (await import('../privacy/remove-everything.tsx')).RemoveEverything,
}));

const BackToReadOnly = lazyPart(async () => ({
  default: (await import('./back-to-read-only.tsx')).BackToReadOnly,
}));

/** The menu of the account: its name, the theme, what is stored, and the ways out. */
export function AccountMenu(props: {
  readonly id: string;
  readonly name: string;
  readonly opener: () => HTMLElement | undefined;
  readonly leaving: LogOutControls;
  readonly onMount: (menu: HTMLElement) => void;
}): JSX.Element {
  const { isDemo } = useServices();
  const commands = useCommands();
  const jobs = useJobs();
  const record = useSessionRecord();
  const [isAsking, setAsking] = createSignal(false);
  const [isNarrowing, setNarrowing] = createSignal(false);
  // So that a log-out without recorded changes acts at once.
  onMount(() => void props.leaving.look());
  const entries = (): readonly Command[] => [
    {
      id: 'account-privacy',
      label: 'Privacy and storage',
      icon: 'hard-drive',
      href: `${BASE_PATH}privacy`,
    },
    {
      id: 'account-shortcuts',
      label: 'Keyboard shortcuts',
      icon: 'keyboard',
      keys: '?',
      run: () =>
        commands
          .all()
          .find(({ id }) => id === 'shortcuts')
          ?.run?.(),
    },
    {
      id: 'account-read-only',
      label: 'Back to read-only',
      icon: 'lock',
      isAvailable: () => mayWrite(record()?.grantedScopes ?? []),
      run: () => setNarrowing(true),
    },
    {
      id: 'account-other',
      label: 'Use another account',
      icon: 'users',
      run: () => void props.leaving.useAnother(),
    },
    {
      id: 'account-remove',
      label: 'Remove everything…',
      icon: 'trash-2',
      isDangerous: true,
      run: () => setAsking(true),
    },
    {
      id: 'account-log-out',
      label: 'Log out',
      icon: 'log-out',
      run: () => void props.leaving.logOut(),
    },
  ];
  return (
    <>
      <MenuPopover id={props.id} anchor={props.opener} commands={entries()} ref={props.onMount}>
        <div class="account-menu-head">
          <p class="account-menu-name" translate="no">
            {props.name}
          </p>
          <p class="account-menu-kind">{isDemo ? 'Account of the demo' : 'Spotify account'}</p>
          <Show when={jobs.running()[0]}>
            {(job) => (
              <p class="account-menu-kind">Logging out stops what is running: {job().title()}.</p>
            )}
          </Show>
          <ThemeChoice />
        </div>
      </MenuPopover>
      <Show when={isNarrowing()}>
        <BackToReadOnly onClose={() => setNarrowing(false)} />
      </Show>
      <Show when={isAsking()}>
        <RemoveEverything onClose={() => setAsking(false)} />
      </Show>
    </>
  );
}
