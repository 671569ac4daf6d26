import type { JSX } from 'solid-js';
import { useServices } from '../services/services.tsx';
import './demo-strip.css';

/** The banner on every page of the demo. */
export function DemoStrip(): JSX.Element {
  const { demo, session } = useServices();
  return (
    <aside class="demo-strip" aria-label="Demo">
      <p>
        <strong>Demo</strong>: made-up music, simulated Spotify
      </p>
      <button type="button" class="button small" onClick={() => void demo.leave(session)}>
        Leave the demo
      </button>
    </aside>
  );
}
