import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { makeContents } from '../../../src/demo/music/contents.ts';
import { type DemoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import { ownPlaylists } from '../../support/own-playlists.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { eventually } from '../eventually.ts';
import { button, dialog, radio, radiogroup } from '../places.ts';
import type { Tab } from '../tab.ts';
import type { Check } from '../world.ts';

const DIALOG = dialog('Export');
const DOWNLOAD = button('Download', DIALOG);
/** Names with characters that a file format has to escape or encode. */
const NAMES = ['Älska 🎧', 'With "quotes", and commas', 'Two\nlines', '日本の夏'];

const library = libraryOf([3, 50, 120, 7]);

function libraryOf(totals: readonly number[]): DemoLibrary {
  const { playlists } = ownPlaylists(totals);
  const named = playlists.map(
    (playlist, place) => playlist && { ...playlist, name: NAMES[place] ?? playlist.name },
  );
  const { user } = makeLibrary({ playlists: 0 });
  return { user, playlists: named, ...makeContents({ playlists: named, seed: 0 }) };
}

const playlists = library.playlists.flatMap((playlist) => playlist ?? []);

/** The expected cells of each track in the file of a playlist. */
function tracksOf(playlistId: string): string[][] {
  const items = library.items(playlistId);
  return items.map(({ item }, place) => [`${place + 1}`, item?.name ?? '', item?.uri ?? '']);
}

const COMPARED = ['Position', 'Title', 'URI'];

/** Some columns of a CSV file, without the header line. */
function columnsOf(csv: Uint8Array, columns: readonly string[]): string[][] {
  const rows: Record<string, string>[] = parse(Buffer.from(csv), { columns: true });
  return rows.map((row) => columns.map((column) => row[column] ?? `no ${column}`));
}

async function openDialog(tab: Tab): Promise<void> {
  await tab.click(button('Export'));
  await tab.sees(DIALOG);
}

function choose(tab: Tab, question: string, answer: RegExp): Promise<void> {
  return tab.click(radio(answer, radiogroup(question, DIALOG)));
}

export const EXPORT_CHECKS: readonly Check[] = [
  {
    name: 'the table is saved as CSV, and the tracks of all playlists as a zip, with the right bytes',
    library,
    async run({ spotify, comeBack, save }) {
      const tab = await comeBack();
      await openDialog(tab);
      await choose(tab, 'What', /^List$/);
      await choose(tab, 'Format', /^CSV$/);
      const file = await save(() => tab.click(DOWNLOAD));
      const day = new Date().toISOString().slice(0, 4);
      await eventually(
        'The name of the file',
        () => file.name.slice(0, 27),
        `liner-notes-playlists-${day}-`,
      );
      const cell = (text: string) =>
        /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = playlists.map(({ id, name, owner, items, public: isPublic }) =>
        [
          cell(name),
          cell(owner?.display_name ?? ''),
          items?.total,
          isPublic === null ? '' : isPublic ? 'Public' : 'Private',
          id,
        ].join(','),
      );
      const wanted = ['Name,Owner,Tracks,Visibility,ID', ...lines, ''].join('\r\n');
      await eventually('The bytes of the file', () => file.read().toString('utf8'), wanted);

      await tab.press('Escape');
      await tab.sees(DIALOG, 0);
      await openDialog(tab);
      await choose(tab, 'What', /^Songs$/);
      await choose(tab, 'Which', /^All/);
      await choose(tab, 'Format', /^CSV$/);
      const zip = await save(() => tab.click(DOWNLOAD));
      const files = () => Object.entries(unzipSync(zip.read()));
      const tracks = () => files().map(([, csv]) => columnsOf(csv, COMPARED));
      const all = playlists.map(({ id }) => tracksOf(id));
      await eventually('The tracks in the zip', tracks, all);
      await eventually('The requests for tracks', () => countOf(spotify, 'items'), 6);
    },
  },
];
