import type { FaultSettings, Step } from './fault-settings.ts';
import { FAULTS, type Fault, type FaultName } from './faults.ts';

/** A fault together with the settings it was armed with. */
export interface ChosenFault {
  readonly fault: Fault;
  readonly settings: FaultSettings;
}

/** The faults that wait for a request. */
export interface ArmedFaults {
  arm(name: FaultName, settings: FaultSettings): void;
  clear(): void;
  /** Takes the first fault that is due for a request, or `undefined`. */
  take(step: Step, url: URL): ChosenFault | undefined;
}

/** Makes an empty list of armed faults. */
export function makeArmedFaults(): ArmedFaults {
  let armed: { fault: Fault; settings: FaultSettings; skip: number; times: number }[] = [];
  return {
    arm(name, settings) {
      const { skip = 0, times = 1 } = settings;
      armed.push({ fault: FAULTS[name], settings, skip, times });
    },
    clear() {
      armed = [];
    },
    take(step, url) {
      for (const entry of armed) {
        if (entry.times <= 0 || !isMeant(entry.settings, step, url)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.times -= 1;
        return entry;
      }
      return undefined;
    },
  };
}

function isMeant({ on, offset }: FaultSettings, step: Step, url: URL): boolean {
  if (on !== step) return false;
  return offset === undefined || offset === Number(url.searchParams.get('offset') ?? 0);
}
