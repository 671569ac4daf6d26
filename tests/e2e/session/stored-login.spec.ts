import { accountOf } from '../../support/account.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { listIsKept, putStored, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

test('[row 58] a stored login that is damaged counts as none, one of a newer version is named and left as it is, and a new login works', async ({
  loggedIn: page,
  spotify,
  logIn,
}) => {
  await listIsKept(page);
  const session = await storedSession(page);
  const before = spotify.requests.length;
  // Node tests every kind of damage.
  for (const damaged of ['BQ-token', { ...session, version: 1, grantedScopes: 'all' }]) {
    await putStored(page, 'session', damaged);
    await page.reload();
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(accountOf(page)).toHaveCount(0);
  }
  const newer = { version: 2, vault: ['a shape of the future'] };
  await putStored(page, 'session', newer);
  await page.reload();
  await expect(page.getByText('holds a login of a newer version')).toBeVisible();
  await expect(clientIdBoxOf(page)).toBeVisible();
  expect(await storedRecords(page)).toMatchObject({ session: newer });
  expect(spotify.requests).toHaveLength(before);

  await putStored(page, 'session', {});
  await logIn(page);
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
});
