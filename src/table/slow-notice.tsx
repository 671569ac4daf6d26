import type { JSX } from 'solid-js';
import { createNow } from '../services/now.ts';
import { useServices } from '../services/services.tsx';
import './load-notice.css';

/** Says that requests wait, and for how long; read out once, and not each second. */
export default function SlowNotice(props: { readonly until: number }): JSX.Element {
  const { clock } = useServices();
  const now = createNow(clock);
  const seconds = () => Math.max(0, Math.ceil((props.until - now()) / 1000));
  return (
    <p class="notice">
      <span>
        <span aria-live="polite">Spotify asks us to slow down. Nothing is lost.</span> Going on in{' '}
        {seconds()} s.
      </span>
    </p>
  );
}
