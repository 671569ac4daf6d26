import { createEffect, createSignal, createUniqueId, type JSX } from 'solid-js';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { type Derivation, derive, drawVerifier } from '../explain/challenge.ts';

/** Placeholder in a browser or context without Web Crypto, such as an insecure one. */
const NOT_DERIVED: Derivation = {
  digest: 'This browser cannot compute it.',
  challenge: 'This browser cannot compute it.',
};

/** A text field for a code verifier; the derived code challenge updates with every letter. */
export function ChallengeTrial(props: {
  /** The verifier of the demo; `undefined` generates an example. */
  readonly verifier: string | undefined;
}): JSX.Element {
  const [typed, setTyped] = createSignal<string>();
  const example = drawVerifier();
  const verifier = () => typed() ?? props.verifier ?? example;
  const [derivation, setDerivation] = createSignal<Derivation>();
  createEffect(() => {
    const of = verifier();
    derive(of).then(
      (derived) => {
        // A digest may resolve after the next letter was typed.
        if (of === verifier()) setDerivation(derived);
      },
      () => setDerivation(NOT_DERIVED),
    );
  });
  const id = createUniqueId();
  function hint(): string {
    if (!/^[\w.~-]{43,128}$/.test(verifier()))
      return 'A verifier has 43 to 128 letters, digits and - . _ ~; the challenge is shown all the same.';
    return props.verifier
      ? 'The verifier of this demo. Change a letter and see.'
      : 'A fresh example: your own verifier is never shown. Change a letter and see.';
  }

  return (
    <details class="trial">
      <summary>Try it</summary>
      <div class="raised trial-body">
        <label for={id}>Code verifier</label>
        <input
          id={id}
          class="mono"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={verifier()}
          onInput={(event) => setTyped(event.currentTarget.value)}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} class="hint">
          <ChangingText text={hint()} />
        </p>
        <dl class="fields" aria-live="polite">
          <div>
            <dt>SHA-256</dt>
            <dd class="mono" translate="no">
              {derivation()?.digest}
            </dd>
          </div>
          <div>
            <dt>base64url: the challenge</dt>
            <dd class="mono" translate="no">
              {derivation()?.challenge}
            </dd>
          </div>
        </dl>
      </div>
    </details>
  );
}
