import { type JSX, Show } from 'solid-js';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { FORMATS } from '../formats/formats.ts';
import type { FileChoice } from './choice.ts';

/** The select element for the format of a file. */
export function FormatField(props: { readonly choice: FileChoice }): JSX.Element {
  return (
    <RadioGroup
      label="Format"
      options={props.choice.formats().map((id) => ({ value: id, label: FORMATS[id].label }))}
      value={props.choice.format()}
      onChange={props.choice.setFormat}
    />
  );
}

/** Options of CSV alone. */
export function CsvFields(props: { readonly choice: FileChoice }): JSX.Element {
  return (
    <Show when={props.choice.format() === 'csv'}>
      <RadioGroup
        label="Separator"
        options={[
          { value: ',', label: 'Comma' },
          { value: ';', label: 'Semicolon' },
        ]}
        value={props.choice.separator()}
        onChange={props.choice.setSeparator}
      >
        <label class="answer whole">
          <input
            type="checkbox"
            checked={props.choice.hasByteOrderMark()}
            onChange={(event) => props.choice.setByteOrderMark(event.currentTarget.checked)}
          />
          Byte order mark (for Excel)
        </label>
      </RadioGroup>
    </Show>
  );
}
