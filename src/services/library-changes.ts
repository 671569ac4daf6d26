import { type Accessor, createSignal } from 'solid-js';
import { type Services, useServices } from './services.tsx';

/** Tells pages that the person's library was changed at Spotify, so that they read it again. */
export interface LibraryChanges {
  /** Number of changes in this visit. */
  readonly count: Accessor<number>;
  readonly report: () => void;
}

/** Returns the changes of the library of these services. */
export function useLibraryChanges(): LibraryChanges {
  return libraryChangesOf(useServices());
}

/** Returns the changes of the library of these services outside of components. */
export function libraryChangesOf(services: Services): LibraryChanges {
  services.late.libraryChanges ??= makeLibraryChanges();
  return services.late.libraryChanges;
}

function makeLibraryChanges(): LibraryChanges {
  const [count, setCount] = createSignal(0);
  return { count, report: () => void setCount((before) => before + 1) };
}
