import type { JSX } from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import { downloadText } from '../../export/job/download.ts';
import type { Step } from '../explain/step.ts';
import type { Flow } from '../record/flow.ts';
import { toJson } from '../save/flow-json.ts';
import { toMarkdown } from '../save/markdown.ts';
import { toSvg } from '../save/svg.ts';

/** Saves the flow that is shown, with as little of its secrets as is shown. */
export function FlowSaves(props: {
  readonly flow: Flow;
  readonly steps: readonly Step[];
}): JSX.Element {
  const { clock } = useServices();
  return (
    <p class="actions">
      <button
        type="button"
        class="button small"
        onClick={() => downloadText(toMarkdown(props.steps), 'login-flow.md', 'text/markdown')}
      >
        Save flow as Markdown
      </button>
      <button
        type="button"
        class="button small"
        onClick={() =>
          downloadText(toJson(props.flow, clock.now()), 'login-flow.json', 'application/json')
        }
      >
        Save flow as JSON
      </button>
      <button
        type="button"
        class="button small"
        onClick={() => downloadText(toSvg(props.steps), 'login-flow.svg', 'image/svg+xml')}
      >
        Save diagram as SVG
      </button>
    </p>
  );
}
