import { makeContents } from '../../../src/demo/music/contents.ts';
import type { DemoLibrary } from '../../../src/demo/music/data.ts';
import { ownPlaylists } from '../../support/own-playlists.ts';
import { eventually } from '../eventually.ts';
import { button, dialog, textbox } from '../places.ts';
import type { Check } from '../world.ts';

const lists = ownPlaylists([4, 3]);
const library: DemoLibrary = { ...lists, ...makeContents({ playlists: lists.playlists, seed: 0 }) };
const songs = library.items(library.playlists[0]?.id ?? '').flatMap(({ item }) => item?.uri ?? []);

const CHANGES = { role: 'table', name: 'Changes' };
const APPLY = button(/^Apply \d/);

export const CHANGES_CHECKS: readonly Check[] = [
  {
    name: 'a playlist is created once Spotify has been asked, undone, and restored from pasted links',
    library,
    async run({ site, spotify, comeBack }) {
      const names = () => spotify.library.playlists.map((each) => each?.name);
      const before = names();
      const tab = await comeBack();
      await tab.click(button('New playlist'));
      await tab.click(textbox('Name'));
      await tab.type('Été');
      await tab.click(button('Review', dialog('New playlist')));
      await tab.click(APPLY);
      await tab.click(button('Continue to Spotify'));
      const end = () => tab.texts(CHANGES).then(([text = '']) => text);
      await eventually('The end of the change', end, (text) => text.includes('Done, read back'));
      await eventually('The playlists', names, ['Été', ...before]);
      await tab.click(button('Undo'));
      await tab.click(APPLY);
      // Leaving a playlist needs a permission of its own.
      await tab.click(button('Continue to Spotify'));
      await eventually('The end of the undo', end, (text) => text.includes('Undone'));
      await eventually('The playlists', names, before);

      await tab.open(`${site}backup`);
      await tab.click(button('Restore from a file'));
      await tab.click(textbox(/^Or paste links/));
      await tab.type(songs.join(' '));
      await tab.click(button('Continue'));
      await tab.click(button('Review'));
      await tab.click(APPLY);
      await tab.sees(dialog('Restored'));
      const restored = () => {
        const [{ id = '' } = {}] = spotify.library.playlists.flatMap((each) => each ?? []);
        return spotify.library.items(id).map(({ item }) => item?.uri);
      };
      await eventually('The restored songs', restored, songs);
    },
  },
];
