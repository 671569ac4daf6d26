import type { JSX } from 'solid-js';
import { useServices } from '../../services/services.tsx';
import { Button } from '../../ui/controls/button.tsx';
import './demo-badge.css';

/** Says on every page of the demo that it is the demo, and leaves it. */
export function DemoBadge(): JSX.Element {
  const { demo, session } = useServices();
  return (
    <aside class="demo-badge" aria-label="Demo">
      <p class="demo-badge-text" title="Demo – made-up music, simulated Spotify">
        <strong>Demo</strong>
        <span class="demo-badge-more"> – made-up music</span>
      </p>
      <Button
        kind="ghost"
        size="small"
        class="demo-badge-leave"
        label="Leave"
        name="Leave the demo"
        onClick={() => void demo.leave(session)}
      />
    </aside>
  );
}
