import { useLocation } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useServices } from '../../services/services.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { EnterDemo } from '../login/enter-demo.tsx';
import './lab-page.css';

/** The page of the lab; outside the demo, where it cannot run, the way to it. */
export default function LabPage(): JSX.Element {
  const { isDemo, demo } = useServices();
  const Lab = lazyPart(demo.lab);
  return (
    <div class="page lab-page">
      <PageHeading title="What if…" />
      <p class="lab-page-lead">
        Each case runs the real app against its own simulated Spotify and makes one thing go wrong.
        Your login isn’t touched. Waits are sped up; the times shown are the real ones.
      </p>
      {isDemo ? <Lab /> : <OutsideDemo />}
    </div>
  );
}

function OutsideDemo(): JSX.Element {
  const location = useLocation();
  const [, id] = /^#([\w-]+)$/.exec(location.hash) ?? [];
  return (
    <div class="lab-page-enter">
      <p>The lab runs in the demo, with made-up music. You need no account.</p>
      <EnterDemo
        kind="primary"
        label="Open the lab in the demo"
        returnTo={id ? `/lab?case=${id}` : '/lab'}
      />
    </div>
  );
}
