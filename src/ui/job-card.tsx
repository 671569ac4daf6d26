import { createUniqueId, type JSX, Show } from 'solid-js';
import { ChangingText } from './changing-text.tsx';
import { Button } from './controls/button.tsx';
import { Icon } from './icon.tsx';
import { PageLink } from './page-link.tsx';
import { ProgressBar } from './progress-bar.tsx';
import './job-card.css';

/** A card that shows work under way: how far it is, the time that is left, and a button that stops or resumes it. */
export function JobCard(props: {
  readonly title: string;
  /** Path of the page of the work, below the base path. */
  readonly href: string;
  /** Progress, or the reason of a stop, in words. */
  readonly text: string;
  /** The time that is left, in words; `undefined` while unknown. */
  readonly timeLeft: string | undefined;
  /** Completed part, from 0 to 1. */
  readonly share: number;
  readonly isRunning: boolean;
  /** Whether the work stopped with an error. */
  readonly hasFailed: boolean;
  readonly onStop: () => void;
  readonly onResume: () => void;
  readonly resumeLabel: string;
}): JSX.Element {
  const id = createUniqueId();
  const percent = () => `${Math.floor(props.share * 100)} %`;
  return (
    <section class="job-card" aria-labelledby={id}>
      <div class="job-card-head">
        <Show when={props.hasFailed}>
          <Icon name="circle-alert" />
        </Show>
        <span id={id} class="job-card-title">
          <PageLink to={props.href}>{props.title}</PageLink>
        </span>
        <span class="job-card-percent" aria-hidden="true">
          <ChangingText text={props.isRunning || props.share > 0 ? percent() : ''} />
        </span>
      </div>
      <ProgressBar label={props.title} value={props.share} />
      <p class="job-card-text" title={props.text}>
        <ChangingText text={props.text} />
      </p>
      <div class="job-card-end">
        <span class="job-card-time">
          <ChangingText text={props.isRunning ? (props.timeLeft ?? '') : ''} />
        </span>
        <Button
          size="small"
          label={props.isRunning ? 'Stop' : props.resumeLabel}
          onClick={() => (props.isRunning ? props.onStop() : props.onResume())}
        />
      </div>
    </section>
  );
}
