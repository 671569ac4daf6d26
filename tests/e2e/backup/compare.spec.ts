import { makeLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER } from '../../../src/demo/music/owners.ts';
import { expectAccessible } from '../../support/axe.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 12, itemsPerPlaylist: 60, liked: 60 });
const OWN = library.playlists.find((playlist) => playlist?.owner?.id === DEMO_USER.id);

test.use({ spotifyOptions: { library } });

test('a backup shows what was changed after it', async ({ loggedIn: page, spotify, watch }) => {
  // The songs of a followed playlist.
  watch.expectConsole(/403/);
  await page.goto('/backup');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up everything' }).click();
  const backup = await (await download).path();
  const id = OWN?.id ?? '';
  const uris = library
    .items(id)
    .flatMap((row) => row.item?.uri ?? [])
    .slice(0, 2);
  spotify.library.change({ kind: 'remove', id, uris });

  await page.getByRole('button', { name: 'Compare a backup' }).click();
  await page.getByLabel('Backup to compare').setInputFiles(backup);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const result = page.getByRole('region', { name: 'Differences' });
  await expect(result.getByRole('status')).toHaveText(
    /^1 of 17 lists differs: \d+ removed\. \d+ lists not compared\.$/,
  );
  await result.getByRole('listitem').first().click();
  const list = result.getByRole('list', { name: 'Removed' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, undefined, 'main');
});
