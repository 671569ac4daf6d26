import { type Accessor, createSignal } from 'solid-js';
import type { Settings } from '../storage/settings.ts';

const CLIENT_ID = /^[0-9a-f]{32}$/;

/** Normalises a Client ID of 32 hexadecimal digits; `undefined` for any other text. */
export function parseClientId(text: string): string | undefined {
  const candidate = text.trim().toLowerCase();
  return CLIENT_ID.test(candidate) ? candidate : undefined;
}

/** The address of an app in Spotify's dashboard, of today and of before. */
const DASHBOARD_ADDRESS =
  /^(?:https:\/\/)?developer\.spotify\.com\/dashboard\/(?:applications\/)?([0-9a-f]{32})(?=[/?#]|$)/;

/** Finds the Client ID in what a person pastes: the ID itself, or the address of its app in Spotify's dashboard. */
export function findClientId(text: string): string | undefined {
  const [, inAddress] = DASHBOARD_ADDRESS.exec(text.trim().toLowerCase()) ?? [];
  return inAddress ?? parseClientId(text);
}

/** Tells whether a text can still become a Client ID while it is typed. */
export function mayBecomeClientId(text: string): boolean {
  return /^[0-9a-f]{0,32}$/i.test(text.trim());
}

/** The Client ID in use: the stored Client ID, otherwise that of the build. */
export interface ClientId {
  readonly own: Accessor<string | undefined>;
  readonly builtIn: string | undefined;
  /** Whether the build has an invalid Client ID. */
  readonly isBuiltInMalformed: boolean;
  readonly current: Accessor<string | undefined>;
  readonly keep: (clientId: string) => Promise<void>;
  readonly forget: () => Promise<void>;
}

/** Makes the Client ID of this browser, stored in its settings. */
export function createClientId(
  settings: Settings,
  own: string | undefined,
  builtIn: string,
): ClientId {
  const [ownId, setOwnId] = createSignal(own);
  const builtInId = parseClientId(builtIn);
  return {
    own: ownId,
    builtIn: builtInId,
    isBuiltInMalformed: builtIn !== '' && builtInId === undefined,
    current: () => ownId() ?? builtInId,
    async keep(clientId) {
      if (clientId === builtInId && ownId() === undefined) return;
      await settings.writeClientId(clientId);
      setOwnId(clientId);
    },
    async forget() {
      await settings.forgetClientId();
      setOwnId(undefined);
    },
  };
}
