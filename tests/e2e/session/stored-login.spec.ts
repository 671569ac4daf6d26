import { clientIdBoxOf, logOut } from '../../support/log-in-form.ts';
import { allIsKept, putStored, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

/** Invalid values in the place of a stored login. */
const NO_LOGINS = {
  'a string': 'BQ-token',
  'a number': 42,
  null: null,
  'a list': [1, 2],
  'an empty object': {},
  'a record without tokens': { version: 1, loginId: 'x' },
  'a version that is no number': { version: 'two' },
};

test('[row 58] a stored login that is none counts as none, and a new login works', async ({
  page,
  spotify,
  logIn,
}) => {
  for (const [place, [what, record]] of Object.entries(NO_LOGINS).entries()) {
    await test.step(what, async () => {
      await page.goto('/');
      await expect(clientIdBoxOf(page)).toBeVisible();
      const before = spotify.requests.length;
      await putStored(page, 'session', record);
      await page.goto('/playlists');
      await expect(clientIdBoxOf(page)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
      expect(spotify.requests).toHaveLength(before);
      if (place % 3 > 0) return;
      await logIn(page);
      await logOut(page);
    });
  }
});

test('[row 58] a stored login with a damaged member counts as none', async ({
  loggedIn: page,
  spotify,
}) => {
  await allIsKept(page);
  const session = await storedSession(page);
  const before = spotify.requests.length;
  for (const damage of [
    { accessToken: 5 },
    { refreshToken: undefined },
    { expiresAt: Number.NaN },
    { grantedScopes: 'all' },
  ]) {
    await putStored(page, 'session', { ...session, version: 1, ...damage });
    await page.reload();
    await expect(clientIdBoxOf(page), JSON.stringify(damage)).toBeVisible();
  }
  expect(spotify.requests).toHaveLength(before);
});

test('[row 58] a login of a newer version is named and left as it is', async ({
  loggedIn: page,
  spotify,
}) => {
  const newer = { version: 2, vault: ['a shape of the future'] };
  await allIsKept(page);
  const before = spotify.requests.length;
  await putStored(page, 'session', newer);
  await page.reload();
  await expect(page.getByText('holds a login of a newer version')).toBeVisible();
  await expect(clientIdBoxOf(page)).toBeVisible();
  expect(await storedRecords(page)).toMatchObject({ session: newer });
  expect(spotify.requests).toHaveLength(before);
});
