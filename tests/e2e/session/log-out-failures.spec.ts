import { clickLogOut } from '../../support/account.ts';
import { leftFor } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

test('[row 63, row 68, s13, s14] a tab that hangs with the lock delays a refresh and no log-out, and a log-out that removes nothing is told and works on the next try', async ({
  page,
  context,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  await comeBack(page);
  await openResult(page);
  const hanging = await context.newPage();
  await hanging.goto('/robots.txt');
  await hanging.evaluate(() => {
    void navigator.locks.request('liner-notes', () => new Promise(() => undefined));
  });
  const locks = () => page.evaluate(() => navigator.locks.query());
  await expect.poll(async () => (await locks()).held).toHaveLength(1);

  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect.poll(async () => (await locks()).pending).toHaveLength(1);
  await page.clock.fastForward(21_000);
  const notice = page.getByRole('complementary', { name: 'About your login' });
  await expect(notice).toHaveText(
    'Another tab of this page hangs and holds up this one. Your login is kept. Close that tab.',
  );
  await expect
    .poll(() => spotify.requests.filter(({ step }) => step === 'refresh'))
    .toHaveLength(1);

  await page.evaluate(() => {
    const remove = IDBObjectStore.prototype.delete;
    let isFirst = true;
    IDBObjectStore.prototype.delete = function (key) {
      if (!isFirst) return remove.call(this, key);
      isFirst = false;
      // Not one of the errors of a closed connection, which are tried once more.
      throw new DOMException('disk failure', 'NotReadableError');
    };
  });
  await clickLogOut(page);
  await expect(page.getByRole('alert')).toContainText('did not remove the stored login');
  await expect(page.getByText(spotify.user.displayName)).toHaveCount(0);
  const left = leftFor(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await left;
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
});
