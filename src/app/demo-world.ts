import { createComponent } from 'solid-js';
import { systemClock } from '../clock.ts';
import * as simulated from '../demo/in-page-spotify.ts';
import { BASE_PATH } from '../deployment.ts';
import { openDatabase } from '../storage/database.ts';
import type { DemoParts } from './app.tsx';
import { composeServices, type World } from './compose.ts';
import { DemoStrip } from './demo-strip.tsx';

/** The demo as the page needs it; loaded with the simulated Spotify when the demo starts. */
export interface Demo {
  readonly world: World;
  readonly parts: DemoParts;
  /** Begins a login at the simulated Spotify and goes there, once told whether anything is kept. */
  enter(decide: (isVolatile: boolean) => void): Promise<void>;
  /** Removes everything the simulated Spotify stored in this browser. */
  forget(): Promise<void>;
}

/** Starts the simulated Spotify and builds the world around it. */
export async function startDemo(page: {
  readonly name: string;
  /** Leaves the page, or starts it over where nothing would outlive it. */
  readonly goTo: (address: string) => void;
  readonly leaveAfter: World['leaveAfter'];
  readonly enterDemo: () => Promise<void>;
  readonly leaveDemo: () => Promise<void>;
}): Promise<Demo> {
  const { name, goTo, leaveAfter, enterDemo, leaveDemo } = page;
  const server = `${name}-server`;
  const demo = await simulated.startDemo({
    name: server,
    store: openDatabase(server, systemClock, 'records').records,
    origin: location.origin,
    basePath: BASE_PATH,
    clock: systemClock,
    leave: goTo,
  });
  const world: World = {
    isDemo: true,
    name,
    server: demo.authorizationServer,
    fetch: demo.fetch,
    clock: systemClock,
    builtInClientId: demo.clientId,
    goToAuthorizationServer: (url) => goTo(demo.consentUrl(url)),
    // It gets from the demo the means to make a simulated Spotify for each case.
    async lab() {
      const { Lab } = await import('../features/lab/lab.tsx');
      return { default: () => createComponent(Lab, { simulate: demo.simulate }) };
    },
    leaveAfter,
    enterDemo,
    leaveDemo,
  };
  return {
    world,
    parts: { Consent: demo.Consent, Strip: DemoStrip },
    async enter(decide) {
      const services = await composeServices(world, undefined);
      const request = await services.session.beginLogin(demo.clientId, '/playlists');
      decide(services.isVolatile);
      world.goToAuthorizationServer(request);
    },
    forget: () => demo.forget(),
  };
}
