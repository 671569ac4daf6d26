import { SANDBOX_TAB_KEYS } from './keys.ts';
import { fits, fromJson, isString, type Shape } from './shape.ts';
import { tabStorage } from './stores.ts';

/** A request that a person has filled in on the API workbench, with the texts of its fields; never with a token. */
export interface StoredDraft {
  /** Method and path of an endpoint of the table; empty for a typed path. */
  readonly endpoint: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly method: string;
  readonly path: string;
}

const DRAFT: Shape<StoredDraft> = {
  endpoint: isString,
  texts: (value): value is StoredDraft['texts'] =>
    typeof value === 'object' && value !== null && Object.values(value).every(isString),
  method: isString,
  path: isString,
};

/** Stores a draft in this tab while the person is at Spotify; without storage, or with too long a text, it is lost. */
export function keepDraft(name: string, draft: StoredDraft): void {
  try {
    tabStorage()?.setItem(name + SANDBOX_TAB_KEYS.draft, JSON.stringify(draft));
  } catch {
    // The way to Spotify does not depend on it.
  }
}

/** Reads and removes the draft of this tab. */
export function takeDraft(name: string): StoredDraft | undefined {
  const key = name + SANDBOX_TAB_KEYS.draft;
  const stored = fromJson(tabStorage()?.getItem(key) ?? null);
  tabStorage()?.removeItem(key);
  return fits(stored, DRAFT) ? stored : undefined;
}
