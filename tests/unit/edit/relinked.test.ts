import { getResponse, HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { endOf } from '../../../src/features/edit/journal/job-record.ts';
import { planAdd } from '../../../src/features/edit/plan/make-plans.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Editor, listNow, openEditor } from './editor.ts';

const network = useNetwork();

function planAddTo(editor: Editor) {
  const [playlist] = editor.own;
  if (!playlist) throw new Error('no playlist of one’s own');
  const uris = editor.others.slice(0, 3);
  return { playlist, uris, plan: planAdd(listNow(editor, playlist), uris, 'last', 'Add songs') };
}

/** Makes Spotify show a song under the URI of another release, as it does with one that is not sold any more. */
function relink(editor: Editor, from: string, to: string, isTold: boolean): void {
  const shown = ({ item, ...row }: { readonly item?: { readonly uri?: unknown } }) => ({
    ...row,
    item: item?.uri === from ? { uri: to, ...(isTold && { linked_from: { uri: from } }) } : item,
  });
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/:id/items`, async ({ request }) => {
      const answer = await getResponse(editor.spotify.handlers, request);
      const page = Object(await answer?.json());
      return HttpResponse.json({ ...page, items: page.items.map(shown) });
    }),
  );
}

test('a song that Spotify shows as another release is known by the link it was added with', async () => {
  const editor = await openEditor(network);
  const { uris, plan } = planAddTo(editor);
  relink(editor, uris[1] ?? '', editor.others[9] ?? '', true);
  const job = await editor.apply(editor.job(plan));
  expect([endOf(job), job.deviations]).toEqual(['done', []]);
});

test('a song under another link, of which Spotify does not say which it was, is named', async () => {
  const editor = await openEditor(network);
  const { playlist, uris, plan } = planAddTo(editor);
  relink(editor, uris[1] ?? '', editor.others[9] ?? '', false);
  const job = await editor.apply(editor.job(plan));
  expect([endOf(job), job.deviations]).toEqual([
    'done',
    [
      `Spotify shows one song of ${playlist.name} under another link: another release, most likely.`,
    ],
  ]);
});

test.each([
  ['one that was there before', (editor: Editor, list: string) => editor.rows(list)[0], 9],
  ['one in the place of another', (editor: Editor) => editor.others[1], 0],
] as const)('another link is no proof where it hides %s', async (_what, from, to) => {
  const editor = await openEditor(network);
  const { playlist, plan } = planAddTo(editor);
  const job = editor.job(plan);
  let reads = 0;
  const deps = {
    // Only what is read back differs, not what the plan is compared with.
    ensureSameAccount() {
      if (editor.writes().length > 0 && reads++ === 0)
        relink(editor, from(editor, playlist.id) ?? '', editor.others[to] ?? '', false);
    },
  };
  await expect(editor.apply(job, deps)).rejects.toMatchObject({ kind: 'differs' });
});
