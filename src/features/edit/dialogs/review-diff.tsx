import { For, type JSX, Show } from 'solid-js';
import { formatDate } from '../../../words/day.ts';
import { formatNumber, formatPlaylists } from '../../../words/number.ts';
import { isNewList, type Operation } from '../plan/operation.ts';
import { changedLists, type Plan, rowsWanted, type SavedBefore, sumsOf } from '../plan/plan.ts';
import { formatOperation, formatSongs } from '../words.ts';
import './review-diff.css';

/** Most titles that are listed of one request. */
const MOST_TITLES = 40;

/** The songs or details of one request, with a sign before each. */
export function OperationDiff(props: {
  readonly operation: Operation;
  readonly plan: Plan;
}): JSX.Element {
  const { operation, plan } = props;
  const uris = 'uris' in operation ? operation.uris : [];
  const isRemoval = operation.kind === 'remove' || operation.kind === 'unsave';
  const before = operation.kind === 'details' ? plan.details?.[operation.list] : undefined;
  const nameOf = (uri: string) => plan.labels?.[uri] ?? plan.names[uri.split(':')[2] ?? ''] ?? uri;
  const savedOf = (uri: string) => formatSaved(plan.saved?.[uri]);
  return (
    <section class="review-operation">
      <h3>{formatOperation(operation, plan)}</h3>
      <Show when={operation.kind === 'details' && operation.change}>
        {(change) => (
          <ul class="review-lines">
            <DetailLines before={before?.name} after={change().name} />
            <DetailLines before={before?.description} after={change().description} />
            <DetailLines
              before={profileWords(change().isPublic === undefined ? undefined : before?.isPublic)}
              after={profileWords(change().isPublic)}
            />
            <DetailLines
              before={guestWords(
                change().isCollaborative === undefined ? undefined : before?.isCollaborative,
              )}
              after={guestWords(change().isCollaborative)}
            />
          </ul>
        )}
      </Show>
      <ul class="review-lines">
        <For each={uris.slice(0, MOST_TITLES)}>
          {(uri) => (
            <li class={isRemoval ? 'review-removed' : 'review-added'} translate="no">
              {nameOf(uri)}
              <Show when={savedOf(uri)}>
                {(text) => <span class="review-note"> {text()}</span>}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={uris.length > MOST_TITLES}>
        <p class="review-price">{`and ${formatNumber(uris.length - MOST_TITLES)} more`}</p>
      </Show>
    </section>
  );
}

/** One detail before and after; nothing where it does not change. */
function DetailLines(props: {
  readonly before: string | null | undefined;
  readonly after: string | undefined;
}): JSX.Element {
  return (
    <Show when={props.after !== undefined}>
      <Show when={props.before}>
        <li class="review-removed" translate="no">
          {props.before}
        </li>
      </Show>
      <li class="review-added" translate="no">
        {props.after}
      </li>
    </Show>
  );
}

function profileWords(isPublic: boolean | null | undefined): string | undefined {
  if (isPublic === undefined || isPublic === null) return undefined;
  return isPublic ? 'On profile' : 'Not on profile';
}

function guestWords(isCollaborative: boolean | undefined): string | undefined {
  if (isCollaborative === undefined) return undefined;
  return isCollaborative ? 'Guests may edit it' : 'Only you may edit it';
}

/** Says when something was liked, and its place in the list, as far as both are known. */
function formatSaved(saved: SavedBefore | undefined): string {
  if (!saved) return '';
  return [
    saved.at === null ? '' : `liked ${formatDate(saved.at)}`,
    saved.position === null ? '' : `No. ${formatNumber(saved.position)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The lists of a plan, each with what is added, removed and left. */
export function PlanSumsList(props: { readonly plan: Plan }): JSX.Element {
  const { plan } = props;
  const lists = changedLists(plan);
  // New playlists are created from last to first.
  const shown = lists.every(isNewList) ? lists.toReversed() : lists;
  return (
    <>
      <Show when={lists.length > 1}>
        <p class="review-total">
          {`${formatSongs(sumsOf(plan).added)} for ${formatPlaylists(lists.length)}`}
        </p>
      </Show>
      <ul class="review-sums" classList={{ 'review-many': lists.length > 6 }}>
        <For each={shown}>
          {(list) => (
            <li>
              <span translate="no">{plan.names[list] || 'New playlist'}</span>
              {`: ${sumsWords(plan, list)}`}
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function sumsWords(plan: Plan, list: string): string {
  const before = plan.from[list]?.rows.length ?? 0;
  if (isNewList(list)) return formatSongs(rowsWanted(plan, list).length);
  const only = {
    ...plan,
    operations: plan.operations.filter((each) => 'list' in each && each.list === list),
  };
  const { added, removed } = sumsOf(only);
  const words = [
    added > 0 ? `${formatNumber(added)} added` : '',
    removed > 0 ? `${formatNumber(removed)} removed` : '',
    before > 0 ? `${formatNumber(before - removed)} stay as they are` : '',
  ].filter(Boolean);
  return `${words.join(', ')}; ${formatNumber(rowsWanted(plan, list).length)} in the end`;
}
