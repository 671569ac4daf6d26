import type { JSX } from 'solid-js';
import { downloadText } from '../features/export/job/download.ts';
import type { Flow } from '../inspector/flow.ts';
import { toJson } from '../inspector/flow-json.ts';
import { toMarkdown } from '../inspector/markdown.ts';
import type { Step } from '../inspector/step.ts';
import { toSvg } from '../inspector/svg.ts';
import { useServices } from '../services/services.tsx';

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
