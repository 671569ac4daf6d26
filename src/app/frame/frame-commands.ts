import { useNavigate } from '@solidjs/router';
import { BASE_PATH } from '../../deployment.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { chooseTheme, type Theme } from '../../storage/theme.ts';
import { useCommands } from '../../ui/command.tsx';
import { NAVIGATION } from '../navigation.ts';
import type { FrameState } from './frame-layout.ts';
import type { LogOutControls } from './log-out.tsx';

const THEMES: Readonly<Record<Theme, string>> = {
  light: 'Light theme',
  dark: 'Dark theme',
  auto: 'Theme of the system',
};

/** Registers the commands of the frame: its pages, the side column, the theme, and the ways out. */
export function registerFrameCommands(frame: FrameState, leaving: LogOutControls): void {
  const { isDemo, demo, session } = useServices();
  const navigate = useNavigate();
  const login = useLogin();
  const record = useSessionRecord();
  const goTo = (path: string) => () => navigate(BASE_PATH + path, { resolve: false });
  const hasNavigation = () => login().kind !== 'signed-out';

  useCommands().register(() => [
    ...NAVIGATION.map(({ path, label, icon, keys }) => ({
      id: `go ${path}`,
      label,
      group: 'Pages',
      icon,
      keys,
      isAvailable: hasNavigation,
      run: goTo(path),
    })),
    {
      id: 'go privacy',
      label: 'Privacy and storage',
      group: 'Pages',
      icon: 'hard-drive',
      run: goTo('privacy'),
    },
    {
      id: 'column',
      label: 'Show or hide the side column',
      group: 'Everywhere',
      icon: 'panel-left',
      keys: '[',
      isAvailable: () => ['column', 'rail'].includes(frame.layout()),
      run: frame.toggle,
    },
    ...Object.entries(THEMES).map(([theme, label]) => ({
      id: `theme ${theme}`,
      label,
      group: 'Everywhere',
      icon: 'sun-moon' as const,
      // The keys of THEMES are themes.
      run: () => chooseTheme(theme as Theme),
    })),
    {
      id: 'other account',
      label: 'Use another account',
      group: 'Account',
      icon: 'users',
      isAvailable: () => record() !== undefined,
      run: () => void leaving.useAnother(),
    },
    {
      id: 'log out',
      label: 'Log out',
      group: 'Account',
      icon: 'log-out',
      isAvailable: () => record() !== undefined,
      run: () => void leaving.logOut(),
    },
    {
      id: 'leave demo',
      label: 'Leave the demo',
      group: 'Account',
      icon: 'log-out',
      isAvailable: () => isDemo,
      run: () => void demo.leave(session),
    },
  ]);
}
