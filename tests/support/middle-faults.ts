import type { FaultSettings } from '../../src/demo/fault-settings.ts';
import type { FaultName } from '../../src/demo/faults.ts';
import type { SimulatedSpotify } from '../../src/demo/simulated-spotify.ts';
import type { Network, NetworkFault } from './network.ts';

/** Where the page begins that meets the fault, in the middle of a list of 1,000. */
export const MIDDLE = 500;

const MIDDLE_PAGE = /\/me\/playlists\?.*offset=500$/;

/** A fault in the middle of a load, what a person reads where it stays, and the button that goes on. */
export interface MiddleFault {
  readonly name: string;
  readonly says: RegExp;
  readonly wayOn: 'Resume' | 'Log in again';
  /** Lets so many requests for the page in the middle meet the fault. */
  readonly arm: (network: Network, spotify: SimulatedSpotify, times: number) => void;
}

const DOWN = /^Spotify has a fault on its side\. Wait a moment, then go on\./;
const UNREADABLE = /^The browser could not read Spotify’s answer/;
const REFUSED = /^Spotify does not give this to the Spotify app you use\./;
const UNKNOWN = /^Spotify does not know what was asked for/;
const ODD_ANSWER = /^Spotify’s answer was cut off or not of the form we know/;

/** Every fault that Spotify and the way to it are known for and that may pass by itself, by kind. */
export const MIDDLE_FAULTS: Readonly<Record<string, readonly MiddleFault[]>> = {
  'a rate limit': [
    ofSpotify('rate-limited', /^Spotify asks us to slow down\. Wait 7 s, then go on\./, {
      isReadable: true,
      retryAfter: 7,
    }),
    ofSpotify('rate-limited', /^Spotify asks us to slow down\. Wait half a minute, then go on\./),
    ofNetwork('429-without-cors', UNREADABLE),
  ],
  'a fault on Spotify’s side': [
    ofSpotify('server-error-500', DOWN),
    ofSpotify('server-error-502', DOWN),
    ofSpotify('server-error-503', DOWN),
    ofSpotify('server-error-504', DOWN),
  ],
  'an answer that is cut off': [
    ofSpotify('truncated-body', ODD_ANSWER),
    ofNetwork('truncate-body', UNREADABLE),
    ofSpotify('empty-body', ODD_ANSWER),
    ofNetwork('drop-connection', UNREADABLE),
  ],
  'a token that has ended': [
    {
      ...ofSpotify('unauthorized', /^Spotify does not accept this login any more\./),
      wayOn: 'Log in again',
    },
  ],
};

/** Refusals, which nobody asks about again without being told to, by kind. */
export const MIDDLE_REFUSALS: Readonly<Record<string, readonly MiddleFault[]>> = {
  'a refusal': [ofSpotify('forbidden', REFUSED), ofSpotify('not-found', UNKNOWN)],
};

function ofSpotify(
  fault: FaultName,
  says: RegExp,
  settings: Partial<FaultSettings> = {},
): MiddleFault {
  return {
    name: settings.isReadable ? `${fault}, readable` : fault,
    says,
    wayOn: 'Resume',
    arm: (_, spotify, times) =>
      spotify.faults.arm(fault, { ...settings, on: 'playlists', offset: MIDDLE, times }),
  };
}

function ofNetwork(fault: NetworkFault, says: RegExp): MiddleFault {
  return {
    name: fault,
    says,
    wayOn: 'Resume',
    arm: (network, _, times) => network.break(MIDDLE_PAGE, fault, { times }),
  };
}
