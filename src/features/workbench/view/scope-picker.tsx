import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { Chip } from '../../../ui/controls/chip.tsx';
import {
  ALL_SCOPE_NAMES,
  SCOPE_GROUPS,
  SCOPE_PRESETS,
  type ScopeFacts,
} from '../../../words/all-scopes.ts';
import './scope-picker.css';

/** All scopes in groups, with Spotify's words and what each unlocks; presets choose several at once. */
export function ScopePicker(props: {
  readonly chosen: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
  /** Content between the presets and the scopes. */
  readonly children: JSX.Element;
}): JSX.Element {
  const isPreset = (scopes: readonly string[]) =>
    scopes.length === props.chosen.length && scopes.every((each) => props.chosen.includes(each));
  const isCustom = () =>
    props.chosen.length > 0 && !SCOPE_PRESETS.some(({ scopes }) => isPreset(scopes));

  function toggle(name: string, isOn: boolean): void {
    props.onChange(
      ALL_SCOPE_NAMES.filter((each) => (each === name ? isOn : props.chosen.includes(each))),
    );
  }

  return (
    <div class="scope-picker">
      <div class="scope-picker-presets">
        <For each={SCOPE_PRESETS}>
          {({ title, scopes }) => (
            <Chip
              label={title}
              isOn={isPreset(scopes)}
              onToggle={() => props.onChange(isPreset(scopes) ? [] : scopes)}
            />
          )}
        </For>
        <Chip
          label="Custom"
          count={isCustom() ? String(props.chosen.length) : undefined}
          isOn={isCustom()}
          isDisabled={!isCustom()}
          onToggle={() => props.onChange([])}
        />
      </div>
      {props.children}
      <For each={SCOPE_GROUPS}>
        {({ title, scopes }) => (
          <fieldset class="scope-picker-group">
            <legend class="scope-picker-title">{title}</legend>
            <For each={scopes}>
              {(scope) => (
                <ScopeBox
                  scope={scope}
                  isOn={props.chosen.includes(scope.name)}
                  onToggle={(isOn) => toggle(scope.name, isOn)}
                />
              )}
            </For>
          </fieldset>
        )}
      </For>
    </div>
  );
}

function ScopeBox(props: {
  readonly scope: ScopeFacts;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="scope-picker-scope">
      <input
        id={id}
        type="checkbox"
        checked={props.isOn}
        aria-describedby={`${id}-about`}
        onChange={(event) => props.onToggle(event.currentTarget.checked)}
      />
      <div class="scope-picker-text">
        <span class="scope-picker-head">
          <label for={id} class="scope-picker-name" translate="no">
            {props.scope.name}
          </label>
          <Show when={props.scope.writes && !props.scope.isIdle}>
            <span class="scope-picker-mark">changes things</span>
          </Show>
        </span>
        <span id={`${id}-about`} class="scope-picker-about">
          <span class={props.scope.isIdle ? 'scope-picker-idle' : undefined}>
            {props.scope.unlocks}
          </span>
          <q class="scope-picker-consent">{props.scope.consent}</q>
        </span>
      </div>
    </div>
  );
}
