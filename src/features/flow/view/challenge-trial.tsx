import { createEffect, createSignal, createUniqueId, type JSX } from 'solid-js';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { type Derivation, derive, drawVerifier } from '../explain/challenge.ts';

/** Placeholder in a browser or context without Web Crypto, such as an insecure one. */
const NOT_DERIVED: Derivation = {
  digest: 'This browser can’t compute it.',
  challenge: 'This browser can’t compute it.',
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
      return 'A verifier has 43 to 128 letters, digits and - . _ ~. This one isn’t valid.';
    return props.verifier
      ? 'This is the verifier of your demo login. Change a letter and see.'
      : 'This is a fresh example: your own verifier is never shown. Change a letter and see.';
  }

  return (
    <section class="flow-trial" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Try it</h2>
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
      <p id={`${id}-hint`} class="flow-trial-hint">
        <ChangingText text={hint()} />
      </p>
      <dl aria-live="polite">
        <div>
          <dt>SHA-256</dt>
          <dd class="mono flow-trial-digest" translate="no">
            {derivation()?.digest}
          </dd>
        </div>
        <div>
          <dt>In base64url, the code challenge</dt>
          <dd class="mono flow-trial-challenge" translate="no">
            {derivation()?.challenge}
          </dd>
        </div>
      </dl>
    </section>
  );
}
