import type { JSX } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import type { LabCase } from './lab-case.ts';
import type { Run } from './lab-runs.ts';

/** Result of a run, as a mark in the list and in words. */
export interface Mark {
  readonly kind: 'none' | 'running' | 'good' | 'bad';
  readonly icon: IconName;
  readonly text: string;
}

/** Gives the mark of a run. */
export function markOf(run: Run): Mark {
  if (run.kind === 'none') return { kind: 'none', icon: 'minus', text: 'not run' };
  if (run.kind === 'running') return { kind: 'running', icon: 'ellipsis', text: 'running' };
  const isGood = run.kind === 'done' && run.outcome.isAsClaimed;
  return isGood
    ? { kind: 'good', icon: 'circle-check', text: 'as expected' }
    : { kind: 'bad', icon: 'circle-x', text: 'not as expected' };
}

/** The link to a case, with the mark of its last run. */
export function CaseLink(props: {
  readonly labCase: LabCase;
  readonly run: Run;
  readonly isChosen: boolean;
}): JSX.Element {
  const mark = () => markOf(props.run);
  return (
    <a
      class="lab-link"
      href={`${BASE_PATH}lab#${props.labCase.id}`}
      aria-current={props.isChosen ? 'true' : undefined}
      aria-label={`${props.labCase.title} (${mark().text})`}
    >
      <span class={`lab-mark lab-mark-${mark().kind}`} title={mark().text}>
        <Icon name={mark().icon} />
      </span>
      {props.labCase.title}
    </a>
  );
}
