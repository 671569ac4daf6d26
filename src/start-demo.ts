import { type Component, createComponent } from 'solid-js';
import * as demo from './demo/start-demo.ts';

/** The demo with its lab, which the demo itself does not know. */
export interface Demo extends demo.Demo {
  /** Loads the lab, for the page of the login flow. */
  readonly lab: () => Promise<{ readonly default: Component }>;
}

/** Starts the demo; the lab gets from it the means to make a simulated Spotify for each case. */
export async function startDemo(surroundings: demo.DemoSurroundings): Promise<Demo> {
  const started = await demo.startDemo(surroundings);
  return {
    ...started,
    async lab() {
      const { Lab } = await import('./lab/lab.tsx');
      return { default: () => createComponent(Lab, { simulate: started.simulate }) };
    },
  };
}
