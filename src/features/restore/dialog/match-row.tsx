import { createSignal, createUniqueId, type JSX, Match, Show, Switch } from 'solid-js';
import { matchSong, type ScoredHit } from '../../../library/match-score.ts';
import type { PlaylistItem } from '../../../library/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { MatchJob } from '../match/match-job.ts';
import type { FileRow } from '../readers/read-file.ts';
import { rowText, songFactsText } from '../words.ts';
import { FoundSong } from './found-song.tsx';
import { OtherSongs } from './other-songs.tsx';

/** A song of the file beside the one that was found for it, with what a person can do about it. */
export function MatchRow(props: {
  readonly row: FileRow;
  readonly job: MatchJob;
  /** Called when the row may have left its list. */
  readonly onDecided: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  const name = rowText(props.row);
  const outcome = () => props.job.outcomeOf(props.row);
  const best = (): ScoredHit<PlaylistItem> | undefined => {
    const now = outcome();
    if (now.state === 'found') return matchSong(props.row, [now.song]).hits[0];
    return now.state === 'check' ? now.match.hits[0] : undefined;
  };
  const isChosen = () => {
    const now = outcome();
    return now.state === 'found' && now.isChosen;
  };
  const others = () => {
    const now = outcome();
    return now.state === 'open'
      ? []
      : now.match.hits.filter(({ hit }) => hit.uri !== best()?.hit.uri);
  };

  function choose(choice: PlaylistItem | 'skip' | undefined): void {
    setOpen(false);
    props.job.choose(props.row, choice);
    props.onDecided();
  }

  return (
    <li class="match-row" aria-labelledby={id}>
      <div class="match-side">
        <p class="match-label">File</p>
        <p id={id} class="match-title" translate="no">
          {props.row.title ?? props.row.isrc}
        </p>
        <p class="match-more" translate="no">
          {songFactsText(props.row)}
        </p>
      </div>
      <div class="match-side">
        <p class="match-label">Spotify</p>
        <Switch>
          <Match when={best()}>
            {(found) => <FoundSong found={found()} note={isChosen() ? 'Chosen by you' : ''} />}
          </Match>
          <Match when={outcome().state === 'skipped'}>
            <p class="match-more">Skipped by you.</p>
          </Match>
          <Match when={outcome().state === 'none'}>
            <p class="match-more">{notFoundText()}</p>
          </Match>
        </Switch>
      </div>
      <div class="match-actions">
        <Show when={outcome().state === 'check' && best()}>
          {(found) => (
            <Button
              size="small"
              icon="check"
              label="Use"
              name={`Use this song for ${name}`}
              onClick={() => choose(found().hit)}
            />
          )}
        </Show>
        <Button
          size="small"
          kind="ghost"
          label="Other…"
          name={`Other songs for ${name}`}
          isPressed={isOpen()}
          onClick={() => setOpen((before) => !before)}
        />
        <Switch>
          <Match when={outcome().state === 'skipped'}>
            <Button
              size="small"
              kind="ghost"
              label="Undo"
              name={`Don’t skip ${name}`}
              onClick={() => choose(undefined)}
            />
          </Match>
          <Match when={isChosen()}>
            <Button
              size="small"
              kind="ghost"
              label="Undo"
              name={`Take back the choice for ${name}`}
              onClick={() => choose(undefined)}
            />
          </Match>
          <Match when={true}>
            <Button
              size="small"
              kind="ghost"
              label="Skip"
              name={`Skip ${name}`}
              onClick={() => choose('skip')}
            />
          </Match>
        </Switch>
      </div>
      <Show when={isOpen()}>
        <OtherSongs row={props.row} hits={others()} onChoose={choose} />
      </Show>
    </li>
  );

  function notFoundText(): string {
    const now = outcome();
    if (now.state === 'none' && now.isRefused)
      return 'Spotify refused this search. Try your own words under “Other…”.';
    return others().length > 0
      ? `Nothing close enough. ${others().length} results under “Other…”.`
      : 'Spotify found nothing.';
  }
}
