import type { JSX } from 'solid-js';
import { PageLink } from '../../../ui/page-link.tsx';
import { SourceTag } from '../../../ui/source-tag.tsx';
import { ChallengeTrial } from './challenge-trial.tsx';
import { FlowPlayer } from './flow-player.tsx';
import type { ShownFlow } from './shown-flow.ts';
import './flow-overview.css';

/** Why there is PKCE, the diagram of the login, and a challenge to try. */
export function FlowOverview(props: { readonly shown: ShownFlow }): JSX.Element {
  const verifier = () => {
    const known = props.shown.flow()?.request?.codeVerifier;
    return typeof known === 'string' ? known : undefined;
  };
  return (
    <div class="flow-overview">
      <section class="flow-why" aria-labelledby="flow-why">
        <h2 id="flow-why">Why PKCE</h2>
        <p>
          After you agree, Spotify sends a code back through the address bar. Another app, an
          extension or a server log may read it there. Without PKCE, a thief could trade that code
          for your tokens. With PKCE, this page keeps a secret verifier and sends only its hash.
          Spotify then wants the verifier along with the code. A stolen code alone is worthless.
        </p>
        <p class="flow-why-more">
          <SourceTag source="RFC 7636, section 1" />{' '}
          <PageLink to="lab#wrong-verifier">See a stolen code fail in the lab</PageLink>
        </p>
      </section>
      <FlowPlayer steps={props.shown.steps()} />
      <ChallengeTrial verifier={verifier()} />
    </div>
  );
}
