import type { Page } from '@playwright/test';
import { CLIENT_ID } from '../../support/client-id.ts';
import { logOut } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

/** The parts of the form that asks for a Client ID. */
function formOn(page: Page) {
  return {
    box: page.getByRole('textbox', { name: 'Client ID' }),
    logIn: page.getByRole('button', { name: 'Log in with Spotify' }),
    forget: page.getByRole('button', { name: 'Forget this Client ID' }),
    demo: page.getByRole('link', { name: 'Try the demo' }),
  };
}

const NO_CLIENT_IDS = [
  ['nothing', '', 'Paste the Client ID of your Spotify app here.'],
  ['31 characters', CLIENT_ID.slice(1), 'A Client ID has 32 characters'],
  ['spaces', '   ', 'Paste the Client ID of your Spotify app here.'],
  ['33 characters', `${CLIENT_ID}0`, 'A Client ID has 32 characters'],
  ['a letter that is none', `g${CLIENT_ID.slice(1)}`, 'A Client ID has 32 characters'],
  ['markup', '<img src=x onerror=alert(1)>', 'A Client ID has 32 characters'],
] as const;

test('what is no Client ID is refused with a reason and nothing is sent, and the right one is found in a pasted address and logs in', async ({
  page,
  network,
  spotify: _,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const { box, logIn } = formOn(page);
  await page.goto('/');
  await expect(box).toHaveAttribute('aria-invalid', 'false');
  for (const [what, typed, reason] of NO_CLIENT_IDS) {
    await test.step(what, async () => {
      await box.fill(typed);
      await logIn.click();
      await expect(box).toHaveAttribute('aria-invalid', 'true');
      await expect(box).toHaveAccessibleDescription(new RegExp(reason));
      await expect(box).toBeFocused();
      await expect(box).toHaveValue(typed);
      await expect(page).toHaveURL('/');
      expect(network.requests).toEqual([]);
    });
  }

  await test.step('a value that cannot become one is refused while it is typed, a part of one is not', async () => {
    await box.fill(CLIENT_ID.slice(0, 12));
    await expect(box).toHaveAttribute('aria-invalid', 'false');
    await expect(page.getByText('12/32')).toBeVisible();
    await box.press('x');
    await expect(box).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('one that Spotify does not know ends on Spotify’s own page, and stays in the box', async () => {
    await box.fill('f'.repeat(32));
    await logIn.click();
    await expect(page.getByText('INVALID_CLIENT: Invalid client')).toBeVisible();
    await page.goBack();
    await expect(box).toHaveValue('f'.repeat(32));
  });

  await test.step('the right one is taken out of the address of its page at Spotify, and Enter begins the login', async () => {
    await box.fill(
      `  https://developer.spotify.com/dashboard/${CLIENT_ID.toUpperCase()}/settings\t`,
    );
    await expect(box).toHaveValue(CLIENT_ID);
    await expect(box).toHaveAccessibleDescription('That is a Client ID. Press Enter to log in.');
    await page.keyboard.press('Enter');
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    const asked = network.requestsTo(/\/authorize\?/).at(-1);
    expect(new URL(asked?.url ?? '').searchParams.get('client_id')).toBe(CLIENT_ID);
  });
});

test('the Client ID is kept over a log-out and a reload, with it makes the login the main way, until it is forgotten', async ({
  loggedIn: page,
}) => {
  await logOut(page);
  const { box, logIn, forget, demo } = formOn(page);
  await expect(box).toHaveValue(CLIENT_ID);
  await page.reload();
  await expect(box).toHaveValue(CLIENT_ID);
  await expect(box).toHaveAccessibleDescription('Your own Client ID, kept in this browser.');
  await expect(logIn).toHaveClass(/button-primary/);
  await expect(demo).toHaveClass(/button-default/);

  await forget.click();
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await expect(forget).toHaveCount(0);
  await expect(demo).toHaveClass(/button-primary/);
  await page.reload();
  await expect(box).toHaveValue('');
  await expect(box).toHaveAccessibleDescription(/From your app’s settings at Spotify/);
  await expect(forget).toHaveCount(0);
});
