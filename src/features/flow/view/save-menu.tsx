import type { JSX } from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import type { Command } from '../../../ui/command.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { downloadText } from '../../export/job/download.ts';
import { toSvg } from '../save/svg.ts';
import { toJson, toMarkdown } from '../save/text.ts';
import type { ShownFlow } from './shown-flow.ts';

/** A menu that saves the flow that is shown, with the same secrets hidden. */
export function SaveMenu(props: { readonly shown: ShownFlow }): JSX.Element {
  const { clock } = useServices();
  const commands = (): readonly Command[] => [
    {
      id: 'flow-markdown',
      label: 'Save flow as Markdown',
      run: () => downloadText(toMarkdown(props.shown.steps()), 'login-flow.md', 'text/markdown'),
    },
    {
      id: 'flow-json',
      label: 'Save flow as JSON',
      run() {
        const flow = props.shown.flow();
        if (flow) downloadText(toJson(flow, clock.now()), 'login-flow.json', 'application/json');
      },
    },
    {
      id: 'flow-svg',
      label: 'Save diagram as SVG',
      run: () => downloadText(toSvg(props.shown.steps()), 'login-flow.svg', 'image/svg+xml'),
    },
  ];
  return (
    <Menu
      kind="ghost"
      icon="download"
      label="Save"
      isDisabled={!props.shown.flow()}
      commands={commands()}
    />
  );
}
