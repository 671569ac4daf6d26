import type { FaultName, FaultSettings } from '../../../src/demo/faults.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import type { Network, NetworkFault } from '../../support/network.ts';

/** Offset of the page with the fault, in the middle of a list of 1,000. */
export const MIDDLE = 500;

const MIDDLE_PAGE = /\/me\/playlists\?.*offset=500$/;

/** A fault in the middle of a load, its text on the page where it lasts, and the button that resumes. */
export interface MiddleFault {
  readonly name: string;
  readonly says: RegExp;
  readonly wayOn: 'Resume' | 'Log in again';
  /** Arms the fault for so many requests for the page in the middle. */
  readonly arm: (network: Network, spotify: SimulatedSpotify, times: number) => void;
}

/** Temporary faults of the network and of the login; Node tests every kind. */
export const PASSING_FAULTS: readonly MiddleFault[] = [
  ofNetwork('429-without-cors', /^The browser could not read Spotify’s answer/),
  {
    ...ofSpotify('unauthorized', /^Spotify does not accept this login any more\./),
    wayOn: 'Log in again',
  },
];

/** A refusal, which is not retried without a click. */
export const REFUSAL = ofSpotify(
  'forbidden',
  /^Spotify does not give this to the Spotify app you use\./,
);

function ofSpotify(
  fault: FaultName,
  says: RegExp,
  settings: Partial<FaultSettings> = {},
): MiddleFault {
  return {
    name: fault,
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
