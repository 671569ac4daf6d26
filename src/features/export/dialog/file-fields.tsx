import { type JSX, Show } from 'solid-js';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import type { FileChoice } from './choice.ts';

/** The presets of a file. */
export function FormatField(props: { readonly choice: FileChoice }): JSX.Element {
  return (
    <RadioGroup
      label="Format"
      options={props.choice.presets()}
      value={props.choice.preset()}
      onChange={props.choice.setPreset}
    />
  );
}

/** Options of CSV alone, folded, because the presets set them. */
export function CsvFields(props: { readonly choice: FileChoice }): JSX.Element {
  return (
    <Show when={props.choice.formatId() === 'csv'}>
      <details class="export-options">
        <summary>More options</summary>
        <div class="export-options-fields">
          <RadioGroup
            label="Separator"
            options={[
              { value: ',', label: 'Comma' },
              { value: ';', label: 'Semicolon' },
            ]}
            value={props.choice.separator()}
            onChange={props.choice.setSeparator}
          />
          <label class="export-tick">
            <input
              type="checkbox"
              checked={props.choice.hasByteOrderMark()}
              onChange={(event) => props.choice.setByteOrderMark(event.currentTarget.checked)}
            />
            Opens correctly in Excel (byte order mark)
          </label>
        </div>
      </details>
    </Show>
  );
}
